package de.lokalwillkommen.core.kernel;

import java.io.Serializable;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

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

  /** A kiosk or a display; which one, the change names. */
  public static final Author DEVICE = new Author(AuthorKind.DEVICE, 0, "");

  /** A member of staff. */
  public static Author staff(long person, String roles) {
    return new Author(AuthorKind.STAFF, person, roles);
  }

  /**
   * The author with that pseudonym, without roles; empty if the text is none.
   *
   * @param text a person's pseudonym in large or small letters, or the name of a kind
   */
  public static Optional<Author> find(String text) {
    String word = text.strip().toUpperCase(Locale.ROOT);
    if (word.matches("P[0-9]{1,18}")) {
      return Optional.of(staff(Long.parseLong(word.substring(1)), ""));
    }
    return Stream.of(AuthorKind.values())
        .filter(kind -> kind != AuthorKind.STAFF && kind.name().equals(word))
        .map(kind -> new Author(kind, 0, ""))
        .findFirst();
  }

  /** The pseudonym of a person, such as {@code P1051}; else the kind. */
  public String pseudonym() {
    return kind == AuthorKind.STAFF ? "P" + person : kind.name();
  }
}
