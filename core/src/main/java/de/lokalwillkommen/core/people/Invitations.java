package de.lokalwillkommen.core.people;

import java.util.Optional;

/** The invitations that wait for an answer, at most one of each person. */
interface Invitations {

  Optional<Invitation> find(InvitationCode code);

  void add(Invitation invitation);

  /**
   * Removes the invitation of a person, if there is one; of several transactions at once, all but
   * one wait and then find none.
   *
   * @return how many there were
   */
  int removeOf(long counsellor);

  /** Lets changes of accounts run one after another until the transaction ends. */
  void takeTurn();
}
