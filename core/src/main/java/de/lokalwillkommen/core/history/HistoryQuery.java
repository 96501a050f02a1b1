package de.lokalwillkommen.core.history;

import de.lokalwillkommen.core.kernel.Author;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/**
 * Which changes are asked for.
 *
 * @param office only those that concern that office
 * @param kind only those of that kind
 * @param author only those of that author, whatever the roles were
 * @param action only those of that action
 * @param from the earliest time, included
 * @param until the latest time, not included
 * @param after the end of the previous page: only older changes follow
 * @param atMost the most entries of a page, from 1 to {@value #MOST}
 */
public record HistoryQuery(
    Optional<String> office,
    Optional<String> kind,
    Optional<Author> author,
    Optional<String> action,
    Instant from,
    Instant until,
    Optional<Cursor> after,
    int atMost) {

  /** The most entries of a page. */
  public static final int MOST = 500;

  public HistoryQuery {
    if (atMost < 1 || atMost > MOST) {
      throw new IllegalArgumentException("atMost");
    }
  }

  /**
   * Where a page ends.
   *
   * @param at the time of its last entry
   * @param id the identifier of its last entry
   */
  public record Cursor(Instant at, long id) {

    private static final String BETWEEN = "_";

    /** The cursor that {@link #toString} has written; empty for other texts. */
    public static Optional<Cursor> find(String text) {
      int between = text.indexOf(BETWEEN);
      try {
        return between < 0
            ? Optional.empty()
            : Optional.of(
                new Cursor(
                    Instant.parse(text.substring(0, between)),
                    Long.parseLong(text.substring(between + 1))));
      } catch (DateTimeException | NumberFormatException other) {
        return Optional.empty();
      }
    }

    @Override
    public String toString() {
      return at + BETWEEN + id;
    }
  }
}
