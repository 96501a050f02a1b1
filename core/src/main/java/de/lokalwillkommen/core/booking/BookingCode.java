package de.lokalwillkommen.core.booking;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The code on the paper or the phone of a visitor with an appointment or on the waitlist: eight
 * letters and digits, of which no two look alike. New codes are drawn from twenty-four characters
 * (1.1 · 10¹¹ codes), without the letters whose keys differ between national keyboards: a scanner
 * types by the layout of its computer. Older codes may have these letters. A code authorises its
 * bearer to view, move and cancel, so guessing must fail: code lookups are rate-limited.
 *
 * @param value the eight characters, in capitals
 */
public record BookingCode(String value) {

  /** The characters of which codes consist. */
  public static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

  private static final String DRAWN = "23456789BCDEFGHJKNPRSTVX";
  private static final int LENGTH = 8;

  /** The number of characters of a code shown in two groups. */
  public static final int LENGTH_IN_GROUPS = LENGTH + 1;

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Pattern WRITTEN =
      Pattern.compile("(?:.*/)?([" + ALPHABET + "]{4})[-\\s]*([" + ALPHABET + "]{4})\\s*");

  public BookingCode {
    if (!WRITTEN.matcher(value).matches() || value.length() != LENGTH) {
      throw new IllegalArgumentException("not a booking code");
    }
  }

  /** A new random code. */
  static BookingCode random() {
    StringBuilder code = new StringBuilder();
    RANDOM.ints(LENGTH, 0, DRAWN.length()).mapToObj(DRAWN::charAt).forEach(code::append);
    return new BookingCode(code.toString());
  }

  /**
   * The code in a typed or scanned text: with or without a hyphen, in upper or lower case, or as
   * the last part of the address in a QR code.
   */
  public static Optional<BookingCode> find(String typed) {
    Matcher written = WRITTEN.matcher(typed.strip().toUpperCase(Locale.ROOT));
    return written.matches()
        ? Optional.of(new BookingCode(written.group(1) + written.group(2)))
        : Optional.empty();
  }

  /** The code as it is shown: two groups of four. */
  public String inGroups() {
    return value.substring(0, LENGTH / 2) + "-" + value.substring(LENGTH / 2);
  }

  @Override
  public String toString() {
    return value;
  }
}
