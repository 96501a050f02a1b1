package de.lokalwillkommen.core.offices;

import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;

/** Checks what the administration has entered, and names the field that is refused. */
final class EnteredValue {

  private EnteredValue() {}

  /** A text without blanks around it, of at least one character. */
  static String text(String field, String entered, int longest) {
    String text = textOrEmpty(field, entered, longest);
    if (text.isEmpty()) {
      throw refused(field);
    }
    return text;
  }

  static String textOrEmpty(String field, String entered, int longest) {
    String text = entered == null ? "" : entered.strip();
    if (text.length() > longest || text.chars().anyMatch(Character::isISOControl)) {
      throw refused(field);
    }
    return text;
  }

  /** A number between two, both of which are allowed. */
  static int number(String field, int entered, int least, int most) {
    if (entered < least || entered > most) {
      throw refused(field);
    }
    return entered;
  }

  static RuntimeException refused(String field) {
    return Refusal.of(Kind.INVALID, "office." + field).with("field", field).asException();
  }
}
