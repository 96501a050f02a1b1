package de.lokalwillkommen.web.request;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Reads days, times and whole numbers that clients send as text, in the same ranges for pages and
 * interfaces: days and instants from 2000-01-01 to 2099-12-31, numbers from -2147483648 to
 * 2147483647, identifiers as 64-bit numbers. Surrounding blanks do not count. What is null, blank,
 * written differently or out of range is empty; the caller decides what that means.
 */
public final class SentValues {

  /** The first day that is accepted. */
  public static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);

  /** The last day that is accepted. */
  public static final LocalDate LAST_DAY = LocalDate.of(2099, 12, 31);

  private SentValues() {}

  /** A day in ISO 8601, such as {@code 2026-11-23}. */
  public static Optional<LocalDate> findDay(String text) {
    try {
      return find(text).map(LocalDate::parse).filter(SentValues::isAccepted);
    } catch (DateTimeException noDay) {
      return Optional.empty();
    }
  }

  /** An instant in RFC 3339, such as {@code 2026-11-23T09:00:00Z}; its day counts in UTC. */
  public static Optional<Instant> findInstant(String text) {
    try {
      return find(text)
          .map(sent -> OffsetDateTime.parse(sent).toInstant())
          .filter(instant -> isAccepted(instant.atZone(ZoneOffset.UTC).toLocalDate()));
    } catch (DateTimeException noInstant) {
      return Optional.empty();
    }
  }

  /** A time of day, such as {@code 08:30}. */
  public static Optional<LocalTime> findTime(String text) {
    try {
      return find(text).map(LocalTime::parse);
    } catch (DateTimeException noTime) {
      return Optional.empty();
    }
  }

  /** A whole number. */
  public static Optional<Integer> findNumber(String text) {
    try {
      return find(text).map(Integer::valueOf);
    } catch (NumberFormatException noNumber) {
      return Optional.empty();
    }
  }

  /** The identifier of something. */
  public static Optional<Long> findId(String text) {
    try {
      return find(text).map(Long::valueOf);
    } catch (NumberFormatException noNumber) {
      return Optional.empty();
    }
  }

  private static Optional<String> find(String text) {
    return Optional.ofNullable(text).map(String::strip).filter(sent -> !sent.isEmpty());
  }

  private static boolean isAccepted(LocalDate day) {
    return !day.isBefore(FIRST_DAY) && !day.isAfter(LAST_DAY);
  }
}
