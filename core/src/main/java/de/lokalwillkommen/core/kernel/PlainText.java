package de.lokalwillkommen.core.kernel;

/** Entered text that stays in its line and does not change how the text around it is shown. */
public final class PlainText {

  private PlainText() {}

  /**
   * Whether a text has neither line breaks nor other control characters, nor characters that turn
   * the direction of what follows.
   */
  public static boolean is(String text) {
    return text.codePoints().noneMatch(PlainText::disturbs);
  }

  /** A text that was stored before it was checked, with spaces in place of what disturbs. */
  public static String of(String stored) {
    return stored
        .codePoints()
        .map(c -> disturbs(c) ? ' ' : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static boolean disturbs(int c) {
    return Character.isISOControl(c)
        || c >= '\u202a' && c <= '\u202e'
        || c >= '\u2066' && c <= '\u2069'
        || c == '\u2028'
        || c == '\u2029';
  }
}
