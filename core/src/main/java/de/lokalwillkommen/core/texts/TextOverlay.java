package de.lokalwillkommen.core.texts;

import java.util.HashMap;
import java.util.Map;

/**
 * The texts that the installation words itself, at one moment.
 *
 * @param version another number after each change
 * @param patterns the patterns by language and key
 */
public record TextOverlay(long version, Map<String, Map<String, String>> patterns) {

  /** No text is changed. */
  public static final TextOverlay NONE = new TextOverlay(0, Map.of());

  public TextOverlay {
    Map<String, Map<String, String>> copy = new HashMap<>();
    patterns.forEach((language, texts) -> copy.put(language, Map.copyOf(texts)));
    patterns = Map.copyOf(copy);
  }

  /** The patterns of a language by key. */
  public Map<String, String> of(String language) {
    return patterns.getOrDefault(language, Map.of());
  }
}
