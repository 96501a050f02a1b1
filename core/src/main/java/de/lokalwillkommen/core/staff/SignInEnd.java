package de.lokalwillkommen.core.staff;

/** Why a sign-in is over, other than by its own sign-out. */
public enum SignInEnd {
  /** The same person has signed in at a counter elsewhere. */
  REPLACED,
  /** The account has got a new password. */
  PASSWORD,
  /** Nothing was done for hours, or the working day is over. */
  UNUSED
}
