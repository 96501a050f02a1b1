package de.lokalwillkommen.web.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/** The bundles with the texts that the product ships: a file for each bundle and language. */
final class Bundles {

  /** The bundle with the texts that every application shares. */
  static final String SHARED = "web";

  private Bundles() {}

  /** All languages in which there may be texts, in the order in which they are offered. */
  static List<Language> languages() {
    Properties known = properties(SHARED + "/languages.properties").orElseThrow();
    return Arrays.stream(known.getProperty("order").split(","))
        .map(String::strip)
        .map(
            tag ->
                new Language(
                    tag,
                    known.getProperty(tag + ".name"),
                    "rtl".equals(known.getProperty(tag + ".dir"))))
        .toList();
  }

  /** The patterns of a bundle in a language, by key; the empty map if there is no such file. */
  static Map<String, String> patterns(String bundle, String tag) {
    Map<String, String> patterns = new TreeMap<>();
    properties(bundle + "/messages_" + tag + ".properties")
        .ifPresent(
            file ->
                file.stringPropertyNames()
                    .forEach(key -> patterns.put(key, file.getProperty(key))));
    return patterns;
  }

  private static Optional<Properties> properties(String path) {
    String resource = "/de/lokalwillkommen/" + path;
    try (InputStream in = Bundles.class.getResourceAsStream(resource)) {
      if (in == null) {
        return Optional.empty();
      }
      try (Reader utf8 = new InputStreamReader(in, StandardCharsets.UTF_8)) {
        Properties properties = new Properties();
        properties.load(utf8);
        return Optional.of(properties);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
