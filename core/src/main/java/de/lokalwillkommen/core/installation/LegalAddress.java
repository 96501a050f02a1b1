package de.lokalwillkommen.core.installation;

import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address of a page outside this server that visitors are shown, in ASCII, beginning with
 * {@code https://}; or none.
 *
 * @param text the address; the empty string for none
 */
public record LegalAddress(String text) {

  /** No address. */
  public static final LegalAddress NONE = new LegalAddress("");

  private static final int LONGEST = 300;
  private static final Pattern SHAPE =
      Pattern.compile("https://(?<host>[^/?#@:\\\\]+)(?<rest>(?::[0-9]{1,5})?(?:[/?#].*)?)");
  private static final Pattern HOST =
      Pattern.compile("[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+");

  /**
   * The address that was entered, or none.
   *
   * @param field the field in which it was entered, which a refusal names
   * @throws de.lokalwillkommen.core.kernel.Refused {@code INVALID} if it does not begin with {@code
   *     https://}, contains a user or a password, is longer than 300 characters, or is no address
   */
  public static LegalAddress of(String field, String entered) {
    String text = entered == null ? "" : entered.strip();
    if (text.isEmpty()) {
      return NONE;
    }
    if (!text.regionMatches(true, 0, "https://", 0, "https://".length())) {
      throw refused(field, "installation.address.https");
    }
    if (authorityOf(text).contains("@")) {
      throw refused(field, "installation.address.user");
    }
    String address = normalised(field, "https" + text.substring("https".length()));
    if (address.length() > LONGEST) {
      throw refused(field, "installation.address.long");
    }
    return new LegalAddress(address);
  }

  private static String authorityOf(String text) {
    return text.substring("https://".length()).split("[/?#\\\\]", 2)[0];
  }

  private static String normalised(String field, String text) {
    Matcher shape = SHAPE.matcher(text);
    if (!shape.matches()) {
      throw refused(field, "installation.address");
    }
    try {
      String host = IDN.toASCII(shape.group("host")).toLowerCase(Locale.ROOT);
      URI address = new URI("https://" + host + shape.group("rest"));
      if (!HOST.matcher(host).matches() || !host.equals(address.getHost())) {
        throw refused(field, "installation.address");
      }
      return address.toASCIIString();
    } catch (URISyntaxException | IllegalArgumentException notAnAddress) {
      throw refused(field, "installation.address");
    }
  }

  private static RuntimeException refused(String field, String key) {
    return Refusal.of(Kind.INVALID, key).with("field", field).asException();
  }

  /** Whether there is none. */
  public boolean isEmpty() {
    return text.isEmpty();
  }
}
