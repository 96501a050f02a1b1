package de.lokalwillkommen.server.front;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;

/**
 * The texts of the front's own pages, in all languages: those of the message bundles that all
 * applications share, which the build puts beside this class. None of them has arguments.
 */
final class FrontTexts {

  private static final String KEY_OF_TITLE = "problem.title.";
  private static final String USUAL_TITLE = KEY_OF_TITLE + "400";

  private final List<Speech> all = new ArrayList<>();

  /**
   * One language.
   *
   * @param tag BCP 47
   * @param direction {@code ltr} or {@code rtl}
   */
  record Speech(String tag, String direction, Properties texts) {

    /** A text by its key. */
    String get(String key) {
      return Optional.ofNullable(texts.getProperty(key))
          .orElseThrow(() -> new IllegalArgumentException("no text " + key + " in " + tag));
    }

    /** The text for an HTTP status. */
    String title(int status) {
      return texts.getProperty(KEY_OF_TITLE + status, get(USUAL_TITLE));
    }
  }

  private FrontTexts() {}

  static FrontTexts load() {
    FrontTexts texts = new FrontTexts();
    Properties languages = properties("languages.properties");
    for (String tag : languages.getProperty("order").split(",")) {
      texts.all.add(
          new Speech(
              tag,
              languages.getProperty(tag + ".dir"),
              properties("messages_" + tag + ".properties")));
    }
    return texts;
  }

  List<Speech> all() {
    return all;
  }

  /** The best language for an {@code Accept-Language} header. */
  Speech negotiate(Optional<String> acceptLanguage) {
    try {
      return acceptLanguage
          .map(Locale.LanguageRange::parse)
          .map(ranges -> Locale.lookupTag(ranges, all.stream().map(Speech::tag).toList()))
          .flatMap(tag -> all.stream().filter(speech -> speech.tag().equals(tag)).findFirst())
          .orElse(all.get(0));
    } catch (IllegalArgumentException notAHeader) {
      return all.get(0);
    }
  }

  private static Properties properties(String name) {
    try (InputStream in = FrontTexts.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("missing in the build: " + name);
      }
      try (Reader utf8 = new InputStreamReader(in, StandardCharsets.UTF_8)) {
        Properties properties = new Properties();
        properties.load(utf8);
        return properties;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
