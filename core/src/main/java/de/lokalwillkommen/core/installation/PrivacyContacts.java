package de.lokalwillkommen.core.installation;

import de.lokalwillkommen.core.kernel.PlainText;
import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;

/**
 * Whom visitors ask about their data, beside the installation itself. Each is a line of at most 300
 * characters, or empty. The canonical constructor refuses, as {@code INVALID}, what does not fit
 * and names the field.
 *
 * @param officer how the data protection officer is reached: Article 13(1)(b) GDPR
 * @param jointController the second controller, and how it is reached: Article 26 GDPR
 */
public record PrivacyContacts(String officer, String jointController) {

  /** None are known. */
  public static final PrivacyContacts NONE = new PrivacyContacts("", "");

  private static final int LONGEST = 300;

  public PrivacyContacts {
    officer = line("officer", officer);
    jointController = line("jointController", jointController);
  }

  private static String line(String field, String entered) {
    String text = entered == null ? "" : entered.strip();
    if (text.length() > LONGEST || !PlainText.is(text)) {
      throw Refusal.of(Kind.INVALID, "installation.contact", LONGEST)
          .with("field", field)
          .asException();
    }
    return text;
  }
}
