package de.lokalwillkommen.display;

import de.lokalwillkommen.web.text.Language;
import java.util.Optional;

/**
 * The names of the boards' channels: an office, or an office and a language, such as {@code hoerde}
 * or {@code hoerde?language=de}.
 */
final class BoardChannel {

  /**
   * The request parameter with the language of the sentences, in a socket's address and in REST.
   */
  static final String LANGUAGE = "language";

  private static final String BETWEEN = "?" + LANGUAGE + "=";

  private BoardChannel() {}

  /** The channel of an office in a language, or the one without sentences. */
  static String of(String office, Optional<Language> language) {
    return office + language.map(l -> BETWEEN + l.tag()).orElse("");
  }

  /** The office of a channel. */
  static String officeOf(String channel) {
    int end = channel.indexOf(BETWEEN);
    return end < 0 ? channel : channel.substring(0, end);
  }

  /** The tag of the language of a channel, if it has one. */
  static Optional<String> languageOf(String channel) {
    return Optional.of(channel)
        .filter(c -> c.contains(BETWEEN))
        .map(c -> c.substring(c.indexOf(BETWEEN) + BETWEEN.length()));
  }
}
