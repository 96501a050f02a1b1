package de.lokalwillkommen.core.kernel;

import java.io.Serializable;

/**
 * The author of a change, as the history names it: by role and pseudonym.
 *
 * @param kind who or what has made the change
 * @param person the identifier of the account of a member of staff, from which the pseudonym is
 *     made; 0 for others
 * @param roles the roles of a member of staff at that time, separated by blanks; else the empty
 *     string
 */
public record Author(AuthorKind kind, long person, String roles) implements Serializable {

  /** The server itself. */
  public static final Author SYSTEM = new Author(AuthorKind.SYSTEM, 0, "");

  /** A member of staff. */
  public static Author staff(long person, String roles) {
    return new Author(AuthorKind.STAFF, person, roles);
  }

  /** The pseudonym of a person, such as {@code P1051}; else the kind. */
  public String pseudonym() {
    return kind == AuthorKind.STAFF ? "P" + person : kind.name();
  }
}
