package de.lokalwillkommen.server.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjuster;

/**
 * The local time of the offices at which a demonstration begins.
 *
 * @param adjuster turns the present into that time
 */
public record DemoStart(TemporalAdjuster adjuster) {

  /** A demonstration at the present time. */
  public static final DemoStart NOW = new DemoStart(present -> present);

  /**
   * Reads {@code 10:00}, {@code 2027-06-16T10:00} or nothing.
   *
   * @throws java.time.format.DateTimeParseException if it is something else
   */
  public static DemoStart parse(String text) {
    if (text.isEmpty()) {
      return NOW;
    }
    return new DemoStart(text.contains("T") ? LocalDateTime.parse(text) : LocalTime.parse(text));
  }

  /** The time from that instant to the beginning; negative if the beginning is earlier. */
  public Duration after(Instant now) {
    ZonedDateTime here = now.atZone(DemoPlaces.ZONE);
    return Duration.between(here, here.with(adjuster));
  }
}
