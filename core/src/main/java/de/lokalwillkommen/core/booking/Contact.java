package de.lokalwillkommen.core.booking;

import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Where a visitor wants to be reminded: an address for mail. It is forgotten within 48 hours after
 * the appointment.
 *
 * @param mail the address, in small letters, at most 254 characters (RFC 5321, 4.5.3.1.3)
 */
public record Contact(String mail) {

  private static final int LONGEST = 254;

  /** Catches slips of the finger; whether it exists only a mail can tell. */
  private static final Pattern PLAUSIBLE =
      Pattern.compile(
          "[^@\\s,;<>\"()\\[\\]\\\\]{1,64}@[^@\\s,;<>\"()\\[\\]\\\\]+\\.[^@\\s.,;<>\"]{2,63}");

  /**
   * @throws de.lokalwillkommen.core.kernel.Refused {@code INVALID} if it cannot be an address
   */
  public Contact {
    mail = mail.strip().toLowerCase(Locale.ROOT);
    if (mail.length() > LONGEST || !PLAUSIBLE.matcher(mail).matches()) {
      throw Refusal.of(Kind.INVALID, "contact.invalid").with("field", "contact").asException();
    }
  }

  @Override
  public String toString() {
    return "contact";
  }
}
