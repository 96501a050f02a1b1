package de.lokalwillkommen.core.dayorders;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
class JpaOfficeDays implements OfficeDays {

  private EntityManager entities;

  protected JpaOfficeDays() {}

  @Inject
  JpaOfficeDays(EntityManager entities) {
    this.entities = entities;
  }

  @Override
  public Optional<OfficeDay> find(String office, LocalDate day) {
    return entities
        .createQuery(
            "select d from OfficeDay d where d.office = :office and d.day = :day", OfficeDay.class)
        .setParameter("office", office)
        .setParameter("day", day)
        // the day may have been read before the transaction got its lock
        .setHint("eclipselink.refresh", "true")
        .getResultStream()
        .findFirst();
  }

  @Override
  public List<OfficeDay> list(String office) {
    return entities
        .createQuery("select d from OfficeDay d where d.office = :office", OfficeDay.class)
        .setParameter("office", office)
        .setHint("eclipselink.refresh", "true")
        .getResultList();
  }

  @Override
  public List<OfficeDay> listFrom(LocalDate first) {
    return entities
        .createQuery("select d from OfficeDay d where d.day >= :first", OfficeDay.class)
        .setParameter("first", first)
        .getResultList();
  }

  @Override
  public void add(OfficeDay day) {
    entities.persist(day);
  }

  @Override
  public int removeBefore(LocalDate first, int atMost) {
    List<OfficeDay> past =
        entities
            .createQuery(
                "select d from OfficeDay d where d.day < :first order by d.day", OfficeDay.class)
            .setParameter("first", first)
            .setMaxResults(atMost)
            .getResultList();
    past.forEach(entities::remove);
    return past.size();
  }
}
