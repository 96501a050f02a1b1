package de.lokalwillkommen.display;

import com.samskivert.mustache.Mustache;
import java.util.Map;
import java.util.Optional;

/**
 * Lets a template name patterns by keys with dots.
 *
 * @param all the patterns of a language by their keys
 * @param prefix the part of a key that has been named so far
 */
record Patterns(Map<String, String> all, String prefix) implements Mustache.CustomContext {

  static Patterns of(Map<String, String> all) {
    return new Patterns(all, "");
  }

  @Override
  public Object get(String name) {
    return new Patterns(all, prefix.isEmpty() ? name : prefix + '.' + name);
  }

  @Override
  public String toString() {
    return Optional.ofNullable(all.get(prefix))
        .orElseThrow(() -> new IllegalArgumentException("no text " + prefix));
  }
}
