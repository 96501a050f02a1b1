package de.lokalwillkommen.core.people;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Invitations without a database. */
class InMemoryInvitations implements Invitations {

  private final Map<Long, Invitation> open = new HashMap<>();

  @Override
  public Optional<Invitation> find(InvitationCode code) {
    return open.values().stream().filter(i -> i.isOf(code)).findFirst();
  }

  @Override
  public void add(Invitation invitation) {
    open.put(invitation.counsellor(), invitation);
  }

  @Override
  public int removeOf(long counsellor) {
    return open.remove(counsellor) == null ? 0 : 1;
  }

  @Override
  public void takeTurn() {
    // a test without a database has one thread
  }
}
