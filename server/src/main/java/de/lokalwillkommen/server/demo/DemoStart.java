package de.lokalwillkommen.server.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjuster;

/**
 * When a demonstration begins, by the clock on the wall of its offices.
 *
 * @param adjuster turns the present into that time
 */
public record DemoStart(TemporalAdjuster adjuster) {

  /** A demonstration that takes place now. */
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

  /** How long after that instant it begins; negative if before. */
  public Duration after(Instant now) {
    ZonedDateTime here = now.atZone(DemoPlaces.ZONE);
    return Duration.between(here, here.with(adjuster));
  }
}
