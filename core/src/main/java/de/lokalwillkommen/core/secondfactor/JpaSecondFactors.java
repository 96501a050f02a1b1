package de.lokalwillkommen.core.secondfactor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.util.Optional;

@ApplicationScoped
class JpaSecondFactors implements SecondFactors {

  private EntityManager entities;

  protected JpaSecondFactors() {}

  @Inject
  JpaSecondFactors(EntityManager entities) {
    this.entities = entities;
  }

  @Override
  public Optional<SecondFactor> find(long person) {
    return Optional.ofNullable(entities.find(SecondFactor.class, person));
  }

  @Override
  public void add(SecondFactor factor) {
    entities.persist(factor);
  }

  @Override
  public void removeOf(long person) {
    find(person).ifPresent(entities::remove);
    // a new one of the same person may follow
    entities.flush();
  }

  @Override
  public SecondFactorRule getRule() {
    return rule().getSingleResult();
  }

  @Override
  public SecondFactorRule getRuleForChange() {
    return rule().setLockMode(LockModeType.PESSIMISTIC_WRITE).getSingleResult();
  }

  private TypedQuery<SecondFactorRule> rule() {
    return entities
        .createQuery("select r from SecondFactorRule r where r.id = :id", SecondFactorRule.class)
        .setParameter("id", SecondFactorRule.ID);
  }
}
