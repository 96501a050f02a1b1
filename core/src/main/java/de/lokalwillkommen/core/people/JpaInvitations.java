package de.lokalwillkommen.core.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Optional;

@ApplicationScoped
class JpaInvitations implements Invitations {

  private EntityManager entities;

  protected JpaInvitations() {}

  @Inject
  JpaInvitations(EntityManager entities) {
    this.entities = entities;
  }

  @Override
  public Optional<Invitation> find(InvitationCode code) {
    return entities
        .createQuery("select i from Invitation i where i.codeHash = :hash", Invitation.class)
        .setParameter("hash", code.hash())
        .getResultStream()
        .findFirst();
  }

  @Override
  public void add(Invitation invitation) {
    entities.persist(invitation);
  }

  @Override
  public int removeOf(long counsellor) {
    return entities
        .createQuery("delete from Invitation i where i.counsellor = :counsellor")
        .setParameter("counsellor", counsellor)
        .executeUpdate();
  }

  @Override
  public void takeTurn() {
    entities.createNativeQuery("update people_turn set turns = turns + 1").executeUpdate();
  }
}
