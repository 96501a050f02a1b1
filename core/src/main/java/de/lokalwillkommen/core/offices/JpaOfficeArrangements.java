package de.lokalwillkommen.core.offices;

import de.lokalwillkommen.core.kernel.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Optional;

@ApplicationScoped
class JpaOfficeArrangements implements OfficeArrangements {

  private EntityManager entities;

  protected JpaOfficeArrangements() {}

  @Inject
  JpaOfficeArrangements(EntityManager entities) {
    this.entities = entities;
  }

  @Override
  public Office get(String id) {
    Office office =
        Optional.ofNullable(entities.find(Office.class, id))
            .orElseThrow(() -> Refusal.of(Refusal.Kind.UNKNOWN, "office.unknown").asException());
    // the office may have been read before the transaction got its lock
    entities.refresh(office);
    return office;
  }

  @Override
  public boolean isClosed(String id, LocalDate day) {
    return entities
            .createQuery(
                "select count(c) from Closure c where c.office.id = :office"
                    + " and c.firstDay <= :day and c.lastDay >= :day",
                Long.class)
            .setParameter("office", id)
            .setParameter("day", day)
            .getSingleResult()
        > 0;
  }

  @Override
  public void add(Closure closure) {
    entities.persist(closure);
  }

  @Override
  public void remove(Closure closure) {
    entities.remove(closure);
  }
}
