package de.lokalwillkommen.core.people;

/** What is done to a person's account, as the history names it. */
public enum PersonAction {
  /** The account was created, with an invitation. */
  INVITE,
  /** The person has signed in by the identity provider for the first time. */
  FEDERATE,
  /** The person has accepted the invitation and chosen a password. */
  ACCEPT,
  /** Office, roles, languages, topics or names were changed. */
  CHANGE,
  /** The person has left. */
  LEAVE,
  /** The person is back. */
  RETURN,
  /** The password was removed, and a new invitation made. */
  RESET,
  /** The person has changed the password. */
  PASSWORD,
  /** All sign-ins of the person were ended. */
  SIGN_OUT
}
