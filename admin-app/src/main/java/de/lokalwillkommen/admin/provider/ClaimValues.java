package de.lokalwillkommen.admin.provider;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The values of a claim: a word, or a list of words, perhaps inside of objects. */
final class ClaimValues {

  private static final int MOST = 1000;

  private ClaimValues() {}

  /**
   * The values of a claim; none if it is not there or holds something else.
   *
   * @param claims all claims of a token
   * @param name the name, or the names from the outermost object on, separated by dots
   */
  static Set<String> of(Map<String, Object> claims, String name) {
    return find(claims, name).map(ClaimValues::words).orElse(Set.of());
  }

  private static Optional<Object> find(Map<?, ?> claims, String name) {
    Object exact = claims.get(name);
    int dot = name.indexOf('.');
    if (exact != null || dot < 0) {
      return Optional.ofNullable(exact);
    }
    return claims.get(name.substring(0, dot)) instanceof Map<?, ?> inner
        ? find(inner, name.substring(dot + 1))
        : Optional.empty();
  }

  private static Set<String> words(Object value) {
    if (value instanceof String word) {
      return Set.of(word);
    }
    return value instanceof Collection<?> list
        ? list.stream()
            .filter(String.class::isInstance)
            .map(String.class::cast)
            .limit(MOST)
            .collect(Collectors.toSet())
        : Set.of();
  }
}
