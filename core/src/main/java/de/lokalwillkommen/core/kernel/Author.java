package de.lokalwillkommen.core.kernel;

import java.io.Serializable;

/**
 * The author of a change, as the history names it: by role and pseudonym.
 *
 * @param origin who or what has made the change
 * @param person the identifier of the account of a member of staff, from which the pseudonym is
 *     made; 0 for others
 * @param roles the roles of a member of staff at that time, separated by blanks; else the empty
 *     string
 */
public record Author(Origin origin, long person, String roles) implements Serializable {

  /** Who or what makes changes. */
  public enum Origin {
    /** A member of staff. */
    STAFF,
    /** A kiosk or a display. */
    DEVICE,
    /** The server, such as a chore, or the operator of its command line. */
    SYSTEM
  }

  /** The server itself. */
  public static final Author SYSTEM = new Author(Origin.SYSTEM, 0, "");

  /** A member of staff. */
  public static Author staff(long person, String roles) {
    return new Author(Origin.STAFF, person, roles);
  }

  /** The pseudonym of a person, such as {@code P1051}; else the origin. */
  public String pseudonym() {
    return origin == Origin.STAFF ? "P" + person : origin.name();
  }
}
