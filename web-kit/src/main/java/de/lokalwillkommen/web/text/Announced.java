package de.lokalwillkommen.web.text;

import com.ibm.icu.util.ULocale;
import de.lokalwillkommen.core.dayorders.Announcement;

/**
 * What an office tells its visitors today, in the words of a reader.
 *
 * @param text the sentence
 * @param language the tag of its language: that of the reader, or German
 */
public record Announced(String text, String language) {

  private static final String READY_MADE = "announcement.";

  /** An announcement for a reader. */
  public static Announced of(Announcement announcement, Texts texts, Language reader) {
    if (announcement.kind() == Announcement.Kind.OWN) {
      return new Announced(
          announcement.ownWordsFor(reader.tag()), announcement.languageFor(reader.tag()));
    }
    Object[] arguments = announcement.language().stream().map(tag -> nameOf(tag, reader)).toArray();
    return new Announced(
        texts.get(reader, READY_MADE + announcement.kind(), arguments), reader.tag());
  }

  /** The name of a language in that of the reader. */
  private static String nameOf(String tag, Language reader) {
    return ULocale.forLanguageTag(tag).getDisplayLanguage(reader.locale());
  }
}
