package de.lokalwillkommen.core.secondfactor;

import java.util.Optional;

/**
 * The second factors of all people, and the rule for administrators. A factor is read for a change
 * only while the person's row is locked.
 */
interface SecondFactors {

  Optional<SecondFactor> find(long person);

  void add(SecondFactor factor);

  /** Removes the factor of a person, if there is one. */
  void removeOf(long person);

  SecondFactorRule getRule();

  /** The rule, locked until the transaction ends. */
  SecondFactorRule getRuleForChange();
}
