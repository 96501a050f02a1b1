package de.lokalwillkommen.web.text;

import de.lokalwillkommen.core.texts.TextKey;
import de.lokalwillkommen.core.texts.TextOverlay;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Logger;

/** The bundles of one application, as shipped. */
final class ShippedBundles {

  private static final Logger LOG = Logger.getLogger(ShippedBundles.class.getName());

  private final List<String> bundles;
  private final List<Language> languages = Bundles.languages();
  private final Map<Language, Map<String, String>> patterns = new HashMap<>();

  private ShippedBundles(String application) {
    this.bundles = List.of(Bundles.SHARED, application);
    for (Language language : languages) {
      Map<String, String> all = new TreeMap<>();
      bundles.forEach(bundle -> all.putAll(Bundles.patterns(bundle, language.tag())));
      patterns.put(language, all);
    }
  }

  static ShippedBundles read(String application) {
    return new ShippedBundles(application);
  }

  /** Whether a whole key, with its bundle, is that key of this application. */
  boolean isKey(String whole, String key) {
    return bundles.stream().anyMatch(bundle -> new TextKey(bundle, key).whole().equals(whole));
  }

  /** These texts below those that are worded here. */
  WordedTexts under(TextOverlay overlay) {
    Map<String, Map<String, String>> all = new HashMap<>();
    patterns.forEach(
        (language, shipped) -> all.put(language.tag(), over(shipped, overlay.of(language.tag()))));
    Map<String, String> first = all.get(Texts.FIRST);
    Map<String, String> added = new HashMap<>(first);
    added.keySet().removeAll(shippedFirst().keySet());
    List<Language> complete = new ArrayList<>();
    for (Language language : languages) {
      Map<String, String> texts = all.get(language.tag());
      // a topic of the installation has a name in German at least, which is better than no topic
      added.forEach(texts::putIfAbsent);
      if (texts.keySet().containsAll(first.keySet())) {
        complete.add(language);
      } else {
        LOG.info(() -> "language " + language.tag() + " is not complete and stays hidden");
      }
    }
    return new WordedTexts(overlay.version(), all, complete);
  }

  private Map<String, String> shippedFirst() {
    return languages.stream()
        .filter(language -> language.tag().equals(Texts.FIRST))
        .findFirst()
        .map(patterns::get)
        .orElseThrow();
  }

  private Map<String, String> over(Map<String, String> shipped, Map<String, String> own) {
    Map<String, String> texts = new HashMap<>(shipped);
    for (String bundle : bundles) {
      String beginning = new TextKey(bundle, "").whole();
      own.forEach(
          (key, pattern) -> {
            if (key.startsWith(beginning)) {
              texts.put(key.substring(beginning.length()), pattern);
            }
          });
    }
    return texts;
  }
}
