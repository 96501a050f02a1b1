package de.lokalwillkommen.core.texts;

import java.util.Optional;

/**
 * How far the texts of a language are.
 *
 * @param tag the language
 * @param texts how many texts there are in German
 * @param present how many of them the language has, shipped or worded here
 * @param changed how many are worded here
 * @param nativeCheck when a native speaker has read them
 */
public record LanguageProgress(
    String tag, int texts, int present, int changed, Optional<NativeCheck> nativeCheck) {

  /** Whether no text is missing. */
  public boolean complete() {
    return present == texts;
  }

  /**
   * The share of the texts that the language has, in whole percent; 100 only if none is missing.
   */
  public int percent() {
    return texts == 0 ? 100 : present * 100 / texts;
  }
}
