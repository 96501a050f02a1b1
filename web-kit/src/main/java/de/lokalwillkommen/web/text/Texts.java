package de.lokalwillkommen.web.text;

import com.ibm.icu.text.MessageFormat;
import de.lokalwillkommen.core.kernel.MainLanguage;
import de.lokalwillkommen.core.texts.LatestTexts;
import de.lokalwillkommen.core.texts.TextKey;
import de.lokalwillkommen.core.texts.TextOverlay;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * All texts of this application in all its languages: those every application shares and its own,
 * as shipped or as the installation words them. A language is a file {@code
 * messages_<tag>.properties} beside each German one, named in {@code languages.properties}; it is
 * offered only if it has every key that German has. Patterns are ICU message formats, so that
 * plurals are right in every language.
 */
@ApplicationScoped
public class Texts {

  /** The default language, which has every text. */
  public static final String FIRST = MainLanguage.TAG;

  /** The context parameter with the name of the application. */
  public static final String APPLICATION = "lw.application";

  private static final String OFFICE = TextKey.OFFICE.substring(Bundles.SHARED.length() + 1);

  private ServletContext context;
  private Supplier<TextOverlay> overlay;
  private ShippedBundles shipped;
  private volatile WordedTexts worded;

  protected Texts() {}

  @Inject
  Texts(ServletContext context, LatestTexts latest) {
    this.context = context;
    this.overlay = latest::get;
  }

  /** The shipped texts of one application, outside a server. */
  public static Texts of(String application) {
    return of(application, () -> TextOverlay.NONE);
  }

  /** The texts of one application, outside a server, with those that are worded otherwise. */
  public static Texts of(String application, Supplier<TextOverlay> overlay) {
    Texts texts = new Texts();
    texts.overlay = overlay;
    texts.load(application);
    return texts;
  }

  @PostConstruct
  void load() {
    load(context.getInitParameter(APPLICATION));
  }

  private void load(String application) {
    shipped = ShippedBundles.read(application);
    worded = shipped.under(overlay.get());
  }

  /** The texts as they are now worded: without a lock, since two threads may make the same. */
  private WordedTexts now() {
    TextOverlay latest = overlay.get();
    WordedTexts known = worded;
    if (known.version() != latest.version()) {
      known = shipped.under(latest);
      worded = known;
    }
    return known;
  }

  /** Another number after each change of a text. */
  public long version() {
    return overlay.get().version();
  }

  /** The complete languages in the order in which they are offered. */
  public List<Language> languages() {
    return now().languages();
  }

  /** The language with that tag, or the first one if it is not offered. */
  public Language language(String tag) {
    return find(tag).orElseGet(() -> find(FIRST).orElseThrow());
  }

  /** The language with that tag, if it is offered. */
  public Optional<Language> find(String tag) {
    return languages().stream().filter(l -> l.tag().equals(tag)).findFirst();
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
                  languages().stream().map(Language::tag).toList()))
          .map(this::language)
          .orElseGet(() -> language(FIRST));
    } catch (IllegalArgumentException notAHeader) {
      return language(FIRST);
    }
  }

  /** Whether there is a text with that key. */
  public boolean has(String key) {
    return now().patterns(FIRST).containsKey(key);
  }

  /** Whether the pattern of a text has no arguments. */
  public boolean namesNothing(Language language, String key) {
    return formatOf(language, key).getArgumentNames().isEmpty();
  }

  /** All keys and patterns of a language. */
  public Map<String, String> patterns(Language language) {
    return Map.copyOf(now().patterns(language.tag()));
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

  /**
   * What an office is called in a language.
   *
   * @param office its slug
   * @param name its one name, which it has in all languages in which it has no other
   */
  public ShownName office(Language language, String office, String name) {
    String key = OFFICE + office;
    return now().patterns(language.tag()).containsKey(key)
        ? new ShownName(get(language, key), language.tag())
        : new ShownName(name, FIRST);
  }

  private MessageFormat formatOf(Language language, String key) {
    return TextDraft.find()
        .filter(draft -> draft.language().equals(language.tag()) && shipped.isKey(draft.key(), key))
        .map(draft -> new MessageFormat(draft.pattern(), language.locale()))
        .orElseGet(() -> now().format(language, key));
  }
}
