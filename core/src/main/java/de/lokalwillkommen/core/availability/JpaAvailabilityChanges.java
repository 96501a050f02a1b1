package de.lokalwillkommen.core.availability;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;

@ApplicationScoped
class JpaAvailabilityChanges implements AvailabilityChanges {

  private EntityManager entities;

  protected JpaAvailabilityChanges() {}

  @Inject
  JpaAvailabilityChanges(EntityManager entities) {
    this.entities = entities;
  }

  @Override
  public void add(AvailabilityChange change) {
    entities.persist(change);
  }

  @Override
  public List<AvailabilityChange> list(String office, int atMost) {
    return entities
        .createQuery(
            "select c from AvailabilityChange c where c.office = :office"
                + " order by c.at desc, c.id desc",
            AvailabilityChange.class)
        .setParameter("office", office)
        .setMaxResults(atMost)
        .getResultList();
  }
}
