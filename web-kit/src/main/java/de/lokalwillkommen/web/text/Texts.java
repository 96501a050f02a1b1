package de.lokalwillkommen.web.text;

import com.ibm.icu.text.MessageFormat;
import de.lokalwillkommen.core.kernel.MainLanguage;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Logger;

/**
 * All texts of this application in all its languages: those every application shares and its own. A
 * language is a file {@code messages_<tag>.properties} beside each German one, named in {@code
 * languages.properties}; it is offered only if it has every key the German file has. Patterns are
 * ICU message formats, so that plurals are right in every language.
 */
@ApplicationScoped
public class Texts {

  /** The default language, which has every text. */
  public static final String FIRST = MainLanguage.TAG;

  /** The context parameter with the name of the application. */
  public static final String APPLICATION = "lw.application";

  private static final Logger LOG = Logger.getLogger(Texts.class.getName());
  private static final String SHARED = "web";

  private final Map<String, Map<String, String>> patterns = new HashMap<>();
  private final Map<String, MessageFormat> formats = new ConcurrentHashMap<>();
  private final List<Language> languages = new ArrayList<>();
  private ServletContext context;

  protected Texts() {}

  @Inject
  Texts(ServletContext context) {
    this.context = context;
  }

  /** The texts of one application, outside a server. */
  public static Texts of(String application) {
    Texts texts = new Texts();
    texts.load(application);
    return texts;
  }

  @PostConstruct
  void load() {
    load(context.getInitParameter(APPLICATION));
  }

  private void load(String application) {
    Map<String, String> first = read(application, FIRST).orElseThrow();
    Properties known = properties(SHARED + "/languages.properties").orElseThrow();
    for (String tag : known.getProperty("order").split(",")) {
      Optional<Map<String, String>> texts = read(application, tag.strip());
      if (texts.filter(t -> t.keySet().containsAll(first.keySet())).isPresent()) {
        patterns.put(tag, texts.get());
        languages.add(
            new Language(
                tag,
                known.getProperty(tag + ".name"),
                "rtl".equals(known.getProperty(tag + ".dir"))));
      } else {
        LOG.info(() -> "language " + tag + " is not complete and stays hidden");
      }
    }
  }

  /** The complete languages in the order in which they are offered. */
  public List<Language> languages() {
    return List.copyOf(languages);
  }

  /** The language with that tag, or the first one if it is not offered. */
  public Language language(String tag) {
    return find(tag).orElseGet(() -> find(FIRST).orElseThrow());
  }

  /** The language with that tag, if it is offered. */
  public Optional<Language> find(String tag) {
    return languages.stream().filter(l -> l.tag().equals(tag)).findFirst();
  }

  /** The best of the offered languages for an {@code Accept-Language} header. */
  public Language negotiate(String acceptLanguage) {
    if (acceptLanguage == null || acceptLanguage.isBlank()) {
      return language(FIRST);
    }
    try {
      return Optional.ofNullable(
              Locale.lookupTag(
                  Locale.LanguageRange.parse(acceptLanguage),
                  languages.stream().map(Language::tag).toList()))
          .map(this::language)
          .orElseGet(() -> language(FIRST));
    } catch (IllegalArgumentException notAHeader) {
      return language(FIRST);
    }
  }

  /** Whether there is a text with that key. */
  public boolean has(String key) {
    return patterns.get(FIRST).containsKey(key);
  }

  /** Whether the pattern of a text has no arguments. */
  public boolean namesNothing(Language language, String key) {
    return formatOf(language, key).getArgumentNames().isEmpty();
  }

  /** All keys and patterns of a language. */
  public Map<String, String> patterns(Language language) {
    return Map.copyOf(patterns.get(language.tag()));
  }

  /**
   * A text in a language.
   *
   * @param arguments what the pattern names {@code {0}}, {@code {1}} …
   * @throws IllegalArgumentException if there is no text with that key
   */
  public String get(Language language, String key, Object... arguments) {
    return formatOf(language, key).format(arguments);
  }

  private MessageFormat formatOf(Language language, String key) {
    MessageFormat format =
        formats.computeIfAbsent(language.tag() + ' ' + key, k -> format(language, key));
    // a format is not thread-safe
    return format.clone();
  }

  private MessageFormat format(Language language, String key) {
    String pattern = patterns.get(language.tag()).get(key);
    if (pattern == null) {
      throw new IllegalArgumentException("no text " + key + " in " + language.tag());
    }
    return new MessageFormat(pattern, language.locale());
  }

  private static Optional<Map<String, String>> read(String application, String tag) {
    Optional<Properties> shared = properties(SHARED + "/messages_" + tag + ".properties");
    Optional<Properties> own = properties(application + "/messages_" + tag + ".properties");
    if (shared.isEmpty() || own.isEmpty()) {
      return Optional.empty();
    }
    Map<String, String> all = new TreeMap<>();
    for (Properties part : List.of(shared.get(), own.get())) {
      Enumeration<?> keys = part.propertyNames();
      while (keys.hasMoreElements()) {
        String key = (String) keys.nextElement();
        all.put(key, part.getProperty(key));
      }
    }
    return Optional.of(all);
  }

  private static Optional<Properties> properties(String path) {
    String resource = "/de/lokalwillkommen/" + path;
    try (InputStream in = Texts.class.getResourceAsStream(resource)) {
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
