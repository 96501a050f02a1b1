package de.lokalwillkommen.core.ticketing;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

  private static final Pattern TYPED = Pattern.compile("([ATat])\\s*0*([1-9]\\d{0,5})");

  /** The number that a person has typed, such as {@code A017} or {@code a 17}. */
  public static Optional<TicketNumber> find(String typed) {
    return Optional.of(TYPED.matcher(typed.strip()))
        .filter(Matcher::matches)
        .map(
            m ->
                new TicketNumber(
                    Series.valueOf(m.group(1).toUpperCase(Locale.ROOT)),
                    Integer.parseInt(m.group(2))));
  }

  /** The number as people read it: {@code A001}, {@code T042}, {@code A1000}. */
  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%s%03d", series, value);
  }
}
