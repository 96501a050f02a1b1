package de.lokalwillkommen.web.text;

import de.lokalwillkommen.core.texts.ShippedTexts;
import de.lokalwillkommen.core.texts.TextKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The shipped texts that visitors meet, of all applications. What staff alone meet is not among
 * them, nor what is no sentence, nor what a server says before it has read the database.
 */
@ApplicationScoped
public class VisitorTexts implements ShippedTexts {

  private static final List<String> BUNDLES = List.of(Bundles.SHARED, "kiosk", "display", "admin");
  private static final String STAFF = "admin/";
  private static final String LETTERS = "admin/letter.";
  private static final List<String> FIXED =
      List.of("web/front.", "display/board.lang", "display/board.dir");

  private final Map<String, Map<String, String>> patterns = new ConcurrentHashMap<>();

  @Override
  public List<String> languages() {
    return listLanguages().stream().map(Language::tag).toList();
  }

  /** All languages that texts may have, also those that lack some. */
  public List<Language> listLanguages() {
    return Bundles.languages();
  }

  /** The language with that tag, which is one of them. */
  public Language language(String tag) {
    return listLanguages().stream().filter(l -> l.tag().equals(tag)).findFirst().orElseThrow();
  }

  @Override
  public Map<String, String> patterns(String language) {
    return patterns.computeIfAbsent(language, VisitorTexts::read);
  }

  private static Map<String, String> read(String language) {
    Map<String, String> all = new TreeMap<>();
    for (String bundle : BUNDLES) {
      Bundles.patterns(bundle, language)
          .forEach(
              (key, pattern) -> {
                String whole = new TextKey(bundle, key).whole();
                if (isForVisitors(whole)) {
                  all.put(whole, pattern);
                }
              });
    }
    return Map.copyOf(all);
  }

  private static boolean isForVisitors(String key) {
    return FIXED.stream().noneMatch(key::startsWith)
        && (!key.startsWith(STAFF) || key.startsWith(LETTERS));
  }
}
