package de.lokalwillkommen.core.leadtime;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
class JpaLeadTimes implements LeadTimes {

  private EntityManager entities;

  protected JpaLeadTimes() {}

  @Inject
  JpaLeadTimes(EntityManager entities) {
    this.entities = entities;
  }

  @Override
  public LeadTime get(String office, LocalDate day) {
    LeadTime found = entities.find(LeadTime.class, new LeadTime.Key(office, day));
    if (found == null) {
      found = new LeadTime(office, day);
      entities.persist(found);
    }
    return found;
  }

  @Override
  public Optional<LeadTime> findLastBefore(String office, LocalDate day) {
    return entities
        .createQuery(
            "select l from LeadTime l where l.key.office = :office and l.key.day < :day"
                + " order by l.key.day desc",
            LeadTime.class)
        .setParameter("office", office)
        .setParameter("day", day)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  @Override
  public List<LeadTime> list(String office, LocalDate first, LocalDate last) {
    return entities
        .createQuery(
            "select l from LeadTime l where l.key.office = :office"
                + " and l.key.day between :first and :last order by l.key.day",
            LeadTime.class)
        .setParameter("office", office)
        .setParameter("first", first)
        .setParameter("last", last)
        .getResultList();
  }
}
