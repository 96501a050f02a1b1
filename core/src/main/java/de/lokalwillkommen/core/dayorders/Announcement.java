package de.lokalwillkommen.core.dayorders;

import de.lokalwillkommen.core.kernel.MainLanguage;
import de.lokalwillkommen.core.kernel.PlainText;
import de.lokalwillkommen.core.kernel.Refusal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What an office tells its visitors today on kiosks and boards. A ready-made announcement exists in
 * every language; the office's own one is shown in German to those whose language it lacks.
 *
 * @param kind which one
 * @param language the tag of the language that {@link Kind#WITHOUT_LANGUAGE} is about; else empty
 * @param texts the office's own words by the tag of their language; empty for a ready-made one
 */
public record Announcement(Kind kind, Optional<String> language, Map<String, String> texts) {

  /** The greatest length of an office's own words in one language. */
  public static final int LONGEST = 120;

  /** More languages than any office offers. */
  private static final int MOST_TEXTS = 30;

  private static final int LONGEST_TAG = 20;

  /** What is announced. */
  public enum Kind {
    /** Fewer counsellors are there, and waiting takes longer. */
    FEW_COUNSELLORS,
    /** A language is not spoken today. */
    WITHOUT_LANGUAGE,
    /** The lift does not work. */
    NO_LIFT,
    /** Numbers are not printed. */
    NO_PAPER,
    /** In the office's own words. */
    OWN
  }

  /**
   * @throws de.lokalwillkommen.core.kernel.Refused {@code INVALID} with the {@code field} if the
   *     German words are missing, or words are too long or contain control characters
   */
  public Announcement {
    if (kind == Kind.WITHOUT_LANGUAGE) {
      require(language.filter(tag -> isTag(tag)).isPresent(), "language");
    } else {
      language = Optional.empty();
    }
    texts = kind == Kind.OWN ? checked(texts) : Map.of();
  }

  /** A ready-made announcement. */
  public static Announcement of(Kind kind) {
    return new Announcement(kind, Optional.empty(), Map.of());
  }

  /** That a language is not spoken today. */
  public static Announcement without(String language) {
    return new Announcement(Kind.WITHOUT_LANGUAGE, Optional.of(language), Map.of());
  }

  /** In the office's own words. */
  public static Announcement own(Map<String, String> texts) {
    return new Announcement(Kind.OWN, Optional.empty(), texts);
  }

  /** The office's own words for a reader of a language: in it, else in German. */
  public String ownWordsFor(String reader) {
    return texts.getOrDefault(reader, texts.getOrDefault(MainLanguage.TAG, ""));
  }

  /** The tag of the language of these words. */
  public String languageFor(String reader) {
    return texts.containsKey(reader) ? reader : MainLanguage.TAG;
  }

  private static Map<String, String> checked(Map<String, String> entered) {
    Map<String, String> words = new LinkedHashMap<>();
    entered.forEach(
        (tag, text) -> {
          String stripped = text.strip();
          require(
              isTag(tag) && stripped.length() <= LONGEST && PlainText.is(stripped), "text-" + tag);
          if (!stripped.isEmpty()) {
            words.put(tag, stripped);
          }
        });
    require(words.containsKey(MainLanguage.TAG), "text-" + MainLanguage.TAG);
    require(words.size() <= MOST_TEXTS, "text-" + MainLanguage.TAG);
    return Map.copyOf(words);
  }

  private static boolean isTag(String tag) {
    return tag.length() <= LONGEST_TAG && tag.matches("[a-z]{2,8}(-[a-zA-Z0-9]{1,8})*");
  }

  private static void require(boolean fulfilled, String field) {
    if (!fulfilled) {
      String key = field.startsWith("text") ? "day.text" : "day." + field;
      throw Refusal.of(Refusal.Kind.INVALID, key, LONGEST).with("field", field).asException();
    }
  }
}
