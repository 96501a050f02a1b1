package de.lokalwillkommen.core.staff;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

/** They are rows with a hash and nothing else, so there is no entity for them. */
@ApplicationScoped
class JpaSetupCodes implements SetupCodes {

  private EntityManager entities;

  protected JpaSetupCodes() {}

  @Inject
  JpaSetupCodes(EntityManager entities) {
    this.entities = entities;
  }

  @Override
  public boolean areThere() {
    return count("select count(*) from setup_code") > 0;
  }

  @Override
  public boolean contains(SetupCode code) {
    Number found =
        (Number)
            entities
                .createNativeQuery("select count(*) from setup_code where code_hash = ?")
                .setParameter(1, code.hash())
                .getSingleResult();
    return found.intValue() > 0;
  }

  private int count(String query) {
    return ((Number) entities.createNativeQuery(query).getSingleResult()).intValue();
  }

  @Override
  public int useUp() {
    return entities.createNativeQuery("delete from setup_code").executeUpdate();
  }
}
