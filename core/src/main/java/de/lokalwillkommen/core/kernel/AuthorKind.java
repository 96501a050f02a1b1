package de.lokalwillkommen.core.kernel;

/** Who or what makes changes. */
public enum AuthorKind {
  /** A member of staff. */
  STAFF,
  /** A kiosk or a display. */
  DEVICE,
  /** The server, such as a chore, or the operator of its command line. */
  SYSTEM
}
