package de.lokalwillkommen.web.text;

import de.lokalwillkommen.core.forecast.Estimate;

/** Formats an estimate in words, in the same way on every screen. */
public final class Ranges {

  private static final long SHORT = 10;
  private static final long LONG = 90;

  private Ranges() {}

  /** For example “etwa 15–25 Minuten”, “unter 10 Minuten”, “mehr als 90 Minuten”. */
  public static String inWords(Texts texts, Language language, Estimate estimate) {
    return say(texts, language, estimate, "estimate.");
  }

  /** The short form, for example “15–25 Min”. */
  public static String briefly(Texts texts, Language language, Estimate estimate) {
    return say(texts, language, estimate, "estimate.brief.");
  }

  /**
   * The same in an application's own texts.
   *
   * @param keys the beginning of the keys of its three texts, which end with {@code under}, {@code
   *     range} and {@code over}; the numbers in them are minutes
   */
  public static String say(Texts texts, Language language, Estimate estimate, String keys) {
    long from = estimate.from().toMinutes();
    long to = estimate.to().toMinutes();
    if (to <= SHORT) {
      return texts.get(language, keys + "under", SHORT);
    }
    if (from >= LONG) {
      return texts.get(language, keys + "over", LONG);
    }
    return texts.get(language, keys + "range", from, to);
  }
}
