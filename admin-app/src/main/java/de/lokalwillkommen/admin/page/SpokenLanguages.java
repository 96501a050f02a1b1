package de.lokalwillkommen.admin.page;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import de.lokalwillkommen.core.kernel.SpokenTags;
import de.lokalwillkommen.web.text.Language;
import de.lokalwillkommen.web.text.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/**
 * The languages visitors speak, each under its own name in its own script and under its name in the
 * language of the reader. There are more of them than languages in which pages are offered.
 */
@Named
@ApplicationScoped
public class SpokenLanguages {

  private static final String GERMAN = Texts.FIRST;
  private static final String SIMPLE_GERMAN = "de-simple";
  private static final char ISOLATE = '\u2068';
  private static final char END_OF_ISOLATE = '\u2069';
  private static final List<String> ORDER = SpokenTags.LIST;

  private Texts texts;

  protected SpokenLanguages() {}

  @Inject
  public SpokenLanguages(Texts texts) {
    this.texts = texts;
  }

  /** All languages that can be chosen for a visitor, the most frequent ones first. */
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

  /** The language with that tag, even if it cannot be chosen. */
  public Language get(String tag) {
    return texts.find(tag).orElseGet(() -> named(tag));
  }

  /**
   * The name of a language in another one: in German, {@code ar} is Arabisch. Two varieties of
   * Kurdish have the names that counsellors use.
   */
  public String nameOf(Language language, Language reader) {
    String tag = language.tag();
    String key = "language.name." + tag;
    if (SIMPLE_GERMAN.equals(tag)) {
      return texts.get(reader, "language.simple");
    }
    return texts.has(key)
        ? texts.get(reader, key)
        : titleCase(
            ULocale.forLanguageTag(tag).getDisplayLanguage(reader.locale()), reader.locale());
  }

  /** Both names, as text; each is isolated from the other's writing direction. */
  public String bothNamesOf(Language language, Language reader) {
    String name = nameOf(language, reader);
    return name.equals(language.ownName())
        ? name
        : name + " · " + ISOLATE + language.ownName() + END_OF_ISOLATE;
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
            : titleCase(locale.getDisplayLanguage(locale), locale);
    return new Language(tag, name, locale.isRightToLeft());
  }

  private static String titleCase(String name, ULocale locale) {
    return UCharacter.toTitleCase(locale, name, BreakIterator.getSentenceInstance(locale));
  }
}
