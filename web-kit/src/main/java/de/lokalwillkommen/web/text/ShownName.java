package de.lokalwillkommen.web.text;

/**
 * A name that visitors read.
 *
 * @param text the name
 * @param language the tag of the language that it is in, for fonts and voices
 */
public record ShownName(String text, String language) {

  /** The name alone, as pages write it. */
  @Override
  public String toString() {
    return text;
  }
}
