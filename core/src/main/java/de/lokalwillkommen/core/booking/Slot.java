package de.lokalwillkommen.core.booking;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;

/**
 * A time at which an appointment can be had.
 *
 * @param office the slug
 * @param start when it would begin
 * @param end when it would end
 * @param free how many there are at that time, at least 1
 */
public record Slot(String office, Instant start, Instant end, int free) implements Serializable {

  private static final char SEPARATOR = '_';
  private static final int STAMP_LENGTH = 14;
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmm'Z'", Locale.ROOT);

  /**
   * Identifies a slot for booking: an office and a beginning. The desk is chosen later.
   *
   * @param office the slug
   * @param start when it begins, to the minute
   */
  public record Id(String office, Instant start) {

    /** The identifier in a text that a client sent, such as {@code hoerde_20261123T0930Z}. */
    public static Optional<Id> find(String text) {
      int at = text.lastIndexOf(SEPARATOR);
      // a formatter alone would accept years that no database can store
      if (at < 1 || text.length() - at - 1 != STAMP_LENGTH) {
        return Optional.empty();
      }
      try {
        Instant start =
            LocalDateTime.parse(text.substring(at + 1), STAMP).toInstant(ZoneOffset.UTC);
        return Optional.of(new Id(text.substring(0, at), start));
      } catch (DateTimeParseException notOurs) {
        return Optional.empty();
      }
    }

    @Override
    public String toString() {
      return office + SEPARATOR + STAMP.format(start.atOffset(ZoneOffset.UTC));
    }
  }

  public Id id() {
    return new Id(office, start);
  }

  public Duration length() {
    return Duration.between(start, end);
  }
}
