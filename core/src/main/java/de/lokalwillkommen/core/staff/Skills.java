package de.lokalwillkommen.core.staff;

import de.lokalwillkommen.core.kernel.MainLanguage;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The skills at a counter: the languages spoken and the topics advised on by the counsellors who
 * work there.
 *
 * @param languages BCP 47 tags; German is spoken everywhere
 * @param topics identifiers of topics; empty means all
 */
public record Skills(Set<String> languages, Set<String> topics) {

  public Skills {
    languages = Set.copyOf(languages);
    topics = Set.copyOf(topics);
  }

  /** Whether they include that topic. */
  public boolean serves(String topic) {
    return topics.isEmpty() || topics.contains(topic);
  }

  /** Whether they include that language, in any variant ({@code de-simple} is German). */
  public boolean speaks(String language) {
    String primary = language.split("-", 2)[0];
    return MainLanguage.TAG.equals(primary)
        || languages.contains(language)
        || languages.contains(primary);
  }

  /** The joint skills of two counsellors at one counter. */
  public Skills and(Skills other) {
    return new Skills(
        union(languages, other.languages),
        topics.isEmpty() || other.topics.isEmpty() ? Set.of() : union(topics, other.topics));
  }

  private static Set<String> union(Set<String> one, Set<String> other) {
    return Stream.concat(one.stream(), other.stream()).collect(Collectors.toSet());
  }
}
