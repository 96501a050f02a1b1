package de.lokalwillkommen.core.texts;

import de.lokalwillkommen.core.kernel.MainLanguage;
import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import java.util.List;

/**
 * What a topic is called in one language. The canonical constructor refuses, as {@code INVALID},
 * what does not fit and names the field.
 *
 * @param language the tag of the language
 * @param name its name, up to 60 characters; empty, except in German, for the shipped one, or the
 *     German one if none is shipped
 * @param description a sentence about it, up to 160 characters; empty for the shipped one, or the
 *     name if none is shipped
 */
public record TopicName(String language, String name, String description) {

  private static final int LONGEST_NAME = 60;
  private static final int LONGEST_DESCRIPTION = 160;

  public TopicName {
    name = checked("name", language, name, LONGEST_NAME);
    description = checked("description", language, description, LONGEST_DESCRIPTION);
    if (name.isEmpty() && language.equals(MainLanguage.TAG)) {
      throw refused("text.empty", "name", language);
    }
  }

  /** A name as it is stored, or refused with its field. */
  static String checked(String field, String language, String entered, int longest) {
    String text = TextPattern.tidy(entered);
    if (text.length() > longest) {
      throw refused("text.tooLong", field, language, longest);
    }
    if (!text.isEmpty()) {
      TextPattern.findObjection(text, language, List.of())
          .ifPresent(
              refusal -> {
                throw refusal.with("field", field + "-" + language).asException();
              });
    }
    return text;
  }

  private static RuntimeException refused(
      String key, String field, String language, Object... arguments) {
    return Refusal.of(Kind.INVALID, key, arguments)
        .with("field", field + "-" + language)
        .asException();
  }
}
