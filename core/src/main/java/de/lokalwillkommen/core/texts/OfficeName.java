package de.lokalwillkommen.core.texts;

/**
 * What an office is called in a language other than German. The canonical constructor refuses, as
 * {@code INVALID}, what does not fit and names the field.
 *
 * @param language the tag of the language
 * @param name its name, up to 80 characters; empty for the one name that the office has
 */
public record OfficeName(String language, String name) {

  private static final int LONGEST_NAME = 80;

  public OfficeName {
    name = TopicName.checked("name", language, name, LONGEST_NAME);
  }
}
