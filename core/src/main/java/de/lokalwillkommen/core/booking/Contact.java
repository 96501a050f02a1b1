package de.lokalwillkommen.core.booking;

import com.ibm.icu.text.IDNA;
import com.ibm.icu.text.Normalizer2;
import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.kernel.Refused;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A visitor's mail address for reminders, one that every mail server accepts. Invisible characters
 * that keyboards add are removed, and an internationalised domain is written in its ASCII form. It
 * is deleted within 48 hours after the appointment.
 *
 * @param mail the address, in small letters, at most 254 characters (RFC 5321, 4.5.3.1.3)
 */
public record Contact(String mail) {

  private static final int LONGEST = 254;
  private static final int LONGEST_NAME = 64;

  /** Direction marks, joiners and soft hyphens: invisible, and never intended. */
  private static final Pattern UNSEEN = Pattern.compile("[\\p{Cf}\\u034f\\ufe00-\\ufe0f]");

  /** Local parts with other letters need an extension (SMTPUTF8) that few mail servers have. */
  private static final Pattern NAME = Pattern.compile("[\\x21-\\x7e&&[^@\\s,;<>\"()\\[\\]\\\\]]+");

  /** A host that can receive mail from anywhere has a top-level domain. */
  private static final Pattern HOST =
      Pattern.compile("[a-z0-9-]+(\\.[a-z0-9-]+)*\\.[a-z][a-z0-9-]+");

  private static final IDNA DOMAINS =
      IDNA.getUTS46Instance(
          IDNA.USE_STD3_RULES
              | IDNA.CHECK_BIDI
              | IDNA.CHECK_CONTEXTJ
              | IDNA.NONTRANSITIONAL_TO_ASCII);

  /**
   * @throws Refused {@code INVALID} if no letter can be delivered to it
   */
  public Contact {
    mail = clean(mail).flatMap(Contact::inAscii).filter(Contact::isTaken).orElseThrow(Contact::no);
  }

  /** A stored address, if a letter can be delivered to it. */
  public static Optional<Contact> find(String kept) {
    return Optional.ofNullable(kept)
        .flatMap(Contact::clean)
        .flatMap(Contact::inAscii)
        .filter(Contact::isTaken)
        .map(Contact::new);
  }

  /** Normalises the address: digits of any script and full-width signs become ASCII. */
  private static Optional<String> clean(String typed) {
    StringBuilder meant = new StringBuilder();
    UNSEEN
        .matcher(Normalizer2.getNFKCInstance().normalize(typed))
        .replaceAll("")
        .codePoints()
        .map(c -> Character.isDigit(c) ? '0' + Character.digit(c, 10) : c)
        .forEach(meant::appendCodePoint);
    return Optional.of(meant.toString().strip());
  }

  private static Optional<String> inAscii(String address) {
    int at = address.lastIndexOf('@');
    // the ASCII form is no shorter, and the conversion throws on very long names
    if (at < 1 || address.length() > LONGEST) {
      return Optional.empty();
    }
    IDNA.Info found = new IDNA.Info();
    String host =
        DOMAINS.nameToASCII(address.substring(at + 1), new StringBuilder(), found).toString();
    String name = address.substring(0, at);
    return found.hasErrors()
        ? Optional.empty()
        : Optional.of((name + "@" + host).toLowerCase(Locale.ROOT));
  }

  /** Whether the mail transport accepts the address. */
  private static boolean isTaken(String address) {
    int at = address.indexOf('@');
    String name = address.substring(0, at);
    if (address.length() > LONGEST
        || name.length() > LONGEST_NAME
        || !NAME.matcher(name).matches()
        || !HOST.matcher(address.substring(at + 1)).matches()) {
      return false;
    }
    try {
      new InternetAddress(address, true).validate();
      return true;
    } catch (AddressException e) {
      return false;
    }
  }

  private static Refused no() {
    return Refusal.of(Kind.INVALID, "contact.invalid").with("field", "contact").asException();
  }

  @Override
  public String toString() {
    return "contact";
  }
}
