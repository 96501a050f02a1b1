package de.lokalwillkommen.web.text;

import com.ibm.icu.text.MessageFormat;
import de.lokalwillkommen.core.texts.TextKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** All texts of an application as they are worded at one moment. */
final class WordedTexts {

  private final long version;
  private final Map<String, Map<String, String>> patterns;
  private final List<Language> languages;
  private final Map<String, MessageFormat> formats = new ConcurrentHashMap<>();

  /**
   * @param patterns the patterns by language and key
   * @param languages those that have every text
   */
  WordedTexts(long version, Map<String, Map<String, String>> patterns, List<Language> languages) {
    this.version = version;
    this.patterns = Map.copyOf(patterns);
    this.languages = List.copyOf(languages);
  }

  long version() {
    return version;
  }

  List<Language> languages() {
    return languages;
  }

  Map<String, String> patterns(String tag) {
    return patterns.get(tag);
  }

  MessageFormat format(Language language, String key) {
    MessageFormat format =
        formats.computeIfAbsent(language.tag() + ' ' + key, k -> newFormat(language, key));
    // a format is not thread-safe
    return format.clone();
  }

  private MessageFormat newFormat(Language language, String key) {
    String pattern =
        Optional.ofNullable(patterns.get(language.tag()).get(key))
            // the language was complete a moment ago
            .or(() -> Optional.ofNullable(patterns.get(Texts.FIRST).get(key)))
            .or(() -> nameless(key))
            .orElseThrow(
                () -> new IllegalArgumentException("no text " + key + " in " + language.tag()));
    return new MessageFormat(pattern, language.locale());
  }

  /** A topic may be read a moment before its name, when it is added: it has its identifier. */
  private static Optional<String> nameless(String key) {
    String topics = TextKey.TOPIC.substring(Bundles.SHARED.length() + 1);
    return Optional.of(key)
        .filter(k -> k.startsWith(topics))
        .map(k -> k.substring(topics.length()).replace(TextKey.DESCRIPTION, ""));
  }
}
