package de.lokalwillkommen.core.staff;

/** Why a sign-in has ended, other than by signing out. */
public enum SignInEnd {
  /** The same person has signed in at a counter elsewhere. */
  REPLACED,
  /** The account has got a new password. */
  PASSWORD,
  /** The person has left. */
  LEFT,
  /** The person was signed out everywhere. */
  EVERYWHERE,
  /** The account has got another office or other roles. */
  CHANGED,
  /** The person was signed out at the identity provider. */
  PROVIDER,
  /** It was unused for hours, or the working day is over. */
  UNUSED
}
