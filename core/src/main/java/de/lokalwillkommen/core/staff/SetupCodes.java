package de.lokalwillkommen.core.staff;

/** The valid setup codes: one for each server that was started without an administrator. */
interface SetupCodes {

  /** Whether there is any. */
  boolean areThere();

  boolean contains(SetupCode code);

  /**
   * Removes all of them; of several transactions at once, all but one wait and then find none.
   *
   * @return how many there were
   */
  int useUp();
}
