package de.lokalwillkommen.display;

import com.samskivert.mustache.Mustache;
import de.lokalwillkommen.web.text.Language;
import de.lokalwillkommen.web.text.Texts;

/**
 * Lets a template name texts by keys with dots. The texts have no arguments.
 *
 * @param texts the texts of the application
 * @param language the language of the page
 * @param prefix the part of a key that has been named so far
 */
record TemplateTexts(Texts texts, Language language, String prefix)
    implements Mustache.CustomContext {

  static TemplateTexts of(Texts texts, Language language) {
    return new TemplateTexts(texts, language, "");
  }

  @Override
  public Object get(String name) {
    return new TemplateTexts(texts, language, prefix.isEmpty() ? name : prefix + '.' + name);
  }

  /**
   * The text with the key that has been named.
   *
   * @throws IllegalArgumentException if there is none
   */
  @Override
  public String toString() {
    return texts.get(language, prefix);
  }
}
