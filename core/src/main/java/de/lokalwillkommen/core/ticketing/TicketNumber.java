package de.lokalwillkommen.core.ticketing;

import java.util.Locale;

/**
 * The number on a ticket, unique in its office on its day.
 *
 * @param series the letter
 * @param value from 1 on, without gaps
 */
public record TicketNumber(Series series, int value) {

  public TicketNumber {
    if (value < 1) {
      throw new IllegalArgumentException("number " + value);
    }
  }

  /** The number as people read it: {@code A001}, {@code T042}, {@code A1000}. */
  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%s%03d", series, value);
  }
}
