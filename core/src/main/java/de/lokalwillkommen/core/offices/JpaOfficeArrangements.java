package de.lokalwillkommen.core.offices;

import de.lokalwillkommen.core.kernel.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
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
    return Optional.ofNullable(entities.find(Office.class, id))
        .orElseThrow(() -> Refusal.of(Refusal.Kind.UNKNOWN, "office.unknown").asException());
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
