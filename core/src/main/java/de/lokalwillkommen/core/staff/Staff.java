package de.lokalwillkommen.core.staff;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** All people who may sign in, their sign-ins and their shifts. */
public interface Staff {

  /**
   * The person with that name, locked until the transaction ends, so that concurrent sign-ins of
   * one person run one after another.
   */
  Optional<Counsellor> findForSignIn(String login);

  /** The person with that name. */
  Optional<Counsellor> findByLogin(String login);

  /** The person with that identifier. */
  Optional<Counsellor> find(long counsellor);

  /** The person with that identifier, locked until the transaction ends, as for a sign-in. */
  Optional<Counsellor> findForChange(long counsellor);

  /** All people, including those who have left. */
  List<Counsellor> list();

  /** The organisations from which people come, by name. */
  List<Organisation> listOrganisations();

  /** Stores a new organisation. */
  void add(Organisation organisation);

  /** The sign-ins with those token hashes, as far as they are still stored. */
  List<SignIn> listSignIns(Set<String> tokenHashes);

  /** The people with an open shift in an office, including those who left without signing out. */
  List<Counsellor> listOnShift(String office);

  void add(Counsellor counsellor);

  /** The sign-in that belongs to a token. */
  Optional<SignIn> findSignIn(SecretToken token);

  /** All sign-ins of one person, including those that are over. */
  List<SignIn> listSignInsOf(long counsellor);

  /** The sign-ins of all people with an open shift in an office, including those that are over. */
  List<SignIn> listSignInsOfShifts(String office);

  void add(SignIn signIn);

  void remove(SignIn signIn);

  /**
   * The people whose sign-ins at a counter {@linkplain SignIn#isOver are all over} at an instant.
   */
  List<Long> listGone(Instant now);

  /**
   * Removes all sign-ins that have been unused for too long at an instant. Sign-ins that were ended
   * are kept for the same time, so that the reason can be shown.
   */
  void removeSignInsOver(Instant now);

  /**
   * Locks a counter until the transaction ends, so that those who take it run one after another. A
   * person is locked before.
   */
  void lockCounter(long counter);

  void add(CounterShift shift);

  /** The open shifts in an office, in the order in which they began. */
  List<CounterShift> listOpenShifts(String office);

  /** The open shifts of one person, in any office. */
  List<CounterShift> listOpenShiftsOf(long counsellor);
}
