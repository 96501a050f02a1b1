package de.lokalwillkommen.core.federation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
class JpaFederation implements Federation {

  private EntityManager entities;

  protected JpaFederation() {}

  @Inject
  JpaFederation(EntityManager entities) {
    this.entities = entities;
  }

  @Override
  public Optional<FederatedAccount> findAccount(String hash) {
    return Optional.ofNullable(entities.find(FederatedAccount.class, hash));
  }

  @Override
  public void add(FederatedAccount account) {
    // the person is new, and comes first
    entities.flush();
    entities.persist(account);
  }

  @Override
  public List<ClaimMapping> listMappings() {
    return entities
        .createQuery(
            "select m from ClaimMapping m order by m.value, m.role, m.office", ClaimMapping.class)
        .getResultList();
  }

  @Override
  public Optional<ClaimMapping> findMapping(long id) {
    return Optional.ofNullable(entities.find(ClaimMapping.class, id));
  }

  @Override
  public void add(ClaimMapping mapping) {
    entities.persist(mapping);
  }

  @Override
  public void remove(ClaimMapping mapping) {
    entities.remove(mapping);
  }

  @Override
  public void add(ProviderSession session) {
    // the sign-in is new, and comes first
    entities.flush();
    entities.persist(session);
  }

  @Override
  public Optional<ProviderSession> findSession(String tokenHash) {
    return Optional.ofNullable(entities.find(ProviderSession.class, tokenHash));
  }

  @Override
  public List<ProviderSession> listSessions(String sessionHash) {
    return entities
        .createQuery(
            "select s from ProviderSession s where s.sessionHash = :hash", ProviderSession.class)
        .setParameter("hash", sessionHash)
        .getResultList();
  }

  @Override
  public void takeTurn() {
    entities.createNativeQuery("update people_turn set turns = turns + 1").executeUpdate();
  }
}
