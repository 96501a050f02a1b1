package de.lokalwillkommen.admin;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import de.lokalwillkommen.web.text.Language;
import de.lokalwillkommen.web.text.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/**
 * The languages visitors speak, each under its own name and in its own script. They are more than
 * those in which pages are offered.
 */
@ApplicationScoped
public class SpokenLanguages {

  private static final String GERMAN = "de";
  private static final String SIMPLE_GERMAN = "de-simple";
  private static final List<String> ORDER =
      List.of(
          GERMAN,
          SIMPLE_GERMAN,
          "en",
          "ar",
          "fa",
          "ckb",
          "ps",
          "ku",
          "tr",
          "uk",
          "ru",
          "fr",
          "ro",
          "bg",
          "pl",
          "es",
          "ti",
          "so");

  private Texts texts;

  protected SpokenLanguages() {}

  @Inject
  public SpokenLanguages(Texts texts) {
    this.texts = texts;
  }

  /** All that can be chosen for a visitor, the most frequent ones first. */
  public List<Language> list() {
    return ORDER.stream().map(this::get).toList();
  }

  public Language german() {
    return get(GERMAN);
  }

  /** The same without German and its variants, which are spoken at every counter. */
  public List<Language> listBesidesGerman() {
    return list().stream()
        .filter(l -> !l.tag().equals(GERMAN) && !l.tag().equals(SIMPLE_GERMAN))
        .toList();
  }

  /** The language with that tag, whatever it is. */
  public Language get(String tag) {
    return texts.find(tag).orElseGet(() -> named(tag));
  }

  /** Whether it can be chosen for a visitor. */
  public boolean includes(String tag) {
    return ORDER.contains(tag);
  }

  private Language named(String tag) {
    ULocale locale = ULocale.forLanguageTag(tag);
    String name =
        SIMPLE_GERMAN.equals(tag)
            ? texts.get(texts.language(Texts.FIRST), "language.simple")
            : UCharacter.toTitleCase(
                locale, locale.getDisplayLanguage(locale), BreakIterator.getSentenceInstance());
    return new Language(tag, name, locale.isRightToLeft());
  }
}
