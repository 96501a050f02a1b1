package de.lokalwillkommen.core.texts;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.MessagePattern.ArgType;
import com.ibm.icu.text.MessagePattern.Part;
import com.ibm.icu.text.PluralRules;
import com.ibm.icu.util.ULocale;
import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The pattern of a text, an ICU message format. A pattern that is entered has the arguments of the
 * one that is shipped, so that a page can never fail with it.
 */
final class TextPattern {

  /** The most characters of a pattern. */
  static final int LONGEST = 1000;

  /** Direction marks, joiners and soft hyphens. */
  private static final Pattern UNSEEN = Pattern.compile("\\p{Cf}");

  /** Embeddings and overrides, which have no use in a text of one language. */
  private static final char FIRST_OVERRIDE = '\u202a';

  private static final char LAST_OVERRIDE = '\u202e';

  /** Isolates, each of which has to end (Unicode, UAX 9). */
  private static final char FIRST_ISOLATE = '\u2066';

  private static final char END_OF_ISOLATE = '\u2069';

  private static final String PLAIN = "";

  private TextPattern() {}

  /** A pattern as it is stored: in one line. */
  static String tidy(String entered) {
    return entered.replaceAll("\\R", " ").strip();
  }

  /**
   * What speaks against a pattern.
   *
   * @param entered in one line
   * @param language the tag of its language
   * @param shipped the shipped patterns with that key, in its language or in German; empty for a
   *     text that is not shipped, which has no arguments
   */
  static Optional<Refusal> findObjection(String entered, String language, List<String> shipped) {
    if (isInvisible(entered)) {
      return refused("text.empty");
    }
    if (entered.length() > LONGEST) {
      return refused("text.tooLong", LONGEST);
    }
    if (entered.chars().anyMatch(Character::isISOControl) || turnsOthers(entered)) {
      return refused("text.control");
    }
    Map<String, Set<String>> expected = new TreeMap<>();
    shipped.forEach(pattern -> kinds(pattern).forEach((a, k) -> merge(expected, a, k)));
    Map<String, Set<String>> found;
    try {
      found = kinds(entered);
    } catch (IllegalArgumentException | IndexOutOfBoundsException malformed) {
      return refused("text.pattern");
    }
    if (!found.keySet().equals(expected.keySet())) {
      return refused("text.arguments", named(expected.keySet()), named(found.keySet()));
    }
    for (Map.Entry<String, Set<String>> argument : found.entrySet()) {
      if (!expected.get(argument.getKey()).containsAll(argument.getValue())) {
        return refused("text.kind", named(Set.of(argument.getKey())));
      }
    }
    return findUnsayable(entered, language, expected);
  }

  private static boolean isInvisible(String text) {
    return UNSEEN.matcher(text).replaceAll("").isBlank();
  }

  /** Whether it turns what stands around it, or what is put into it, into another direction. */
  private static boolean turnsOthers(String text) {
    int open = 0;
    for (char sign : text.toCharArray()) {
      if (sign >= FIRST_OVERRIDE && sign <= LAST_OVERRIDE) {
        return true;
      }
      open += sign >= FIRST_ISOLATE && sign < END_OF_ISOLATE ? 1 : 0;
      open -= sign == END_OF_ISOLATE ? 1 : 0;
      if (open < 0) {
        return true;
      }
    }
    return open > 0;
  }

  private static Optional<Refusal> findUnsayable(
      String entered, String language, Map<String, Set<String>> arguments) {
    ULocale locale = ULocale.forLanguageTag(language);
    Set<String> missing = missingForms(entered, locale);
    if (!missing.isEmpty()) {
      return refused("text.forms", String.join(", ", missing));
    }
    try {
      for (int number : new int[] {0, 1, 2, 3, 7, 11, 100}) {
        Map<String, Object> values = new HashMap<>();
        arguments.forEach((name, kinds) -> values.put(name, isText(kinds) ? "x" : number));
        if (new MessageFormat(entered, locale).format(values).isBlank()) {
          return refused("text.empty");
        }
      }
    } catch (IllegalArgumentException unsayable) {
      return refused("text.pattern");
    }
    return Optional.empty();
  }

  private static boolean isText(Set<String> kinds) {
    return kinds.equals(Set.of(PLAIN));
  }

  /** The names of the arguments of a pattern that is valid. */
  static List<String> arguments(String pattern) {
    return kinds(pattern).keySet().stream().sorted().toList();
  }

  /** The arguments with the ways in which they are said, the empty string for as they are. */
  private static Map<String, Set<String>> kinds(String pattern) {
    MessagePattern parsed = new MessagePattern(pattern);
    Map<String, Set<String>> kinds = new TreeMap<>();
    for (int i = 0; i < parsed.countParts(); i++) {
      Part part = parsed.getPart(i);
      if (part.getType() == Part.Type.ARG_START) {
        String name = parsed.getSubstring(parsed.getPart(i + 1));
        String kind =
            part.getArgType() == ArgType.SIMPLE
                ? parsed.getSubstring(parsed.getPart(i + 2))
                : part.getArgType() == ArgType.NONE ? PLAIN : part.getArgType().name();
        merge(kinds, name, Set.of(kind));
        merge(kinds, name, Set.of(PLAIN));
      }
    }
    return kinds;
  }

  private static void merge(Map<String, Set<String>> all, String argument, Set<String> kinds) {
    all.computeIfAbsent(argument, a -> new HashSet<>()).addAll(kinds);
  }

  /** The plural forms of the language that a plural of the pattern lacks. */
  private static Set<String> missingForms(String pattern, ULocale locale) {
    MessagePattern parsed = new MessagePattern(pattern);
    Set<String> missing = new TreeSet<>();
    for (int i = 0; i < parsed.countParts(); i++) {
      if (parsed.getPart(i).getArgType() == ArgType.PLURAL
          && parsed.getPart(i).getType() == Part.Type.ARG_START) {
        Set<String> needed = new TreeSet<>(PluralRules.forLocale(locale).getKeywords());
        needed.removeAll(selectors(parsed, i));
        missing.addAll(needed);
      }
    }
    return missing;
  }

  private static List<String> selectors(MessagePattern parsed, int start) {
    List<String> selectors = new ArrayList<>();
    for (int i = start + 1; i < parsed.getLimitPartIndex(start); i++) {
      if (parsed.getPart(i).getType() == Part.Type.MSG_START) {
        i = parsed.getLimitPartIndex(i);
      } else if (parsed.getPart(i).getType() == Part.Type.ARG_SELECTOR) {
        selectors.add(parsed.getSubstring(parsed.getPart(i)));
      }
    }
    return selectors;
  }

  private static String named(Set<String> arguments) {
    return arguments.isEmpty()
        ? "–"
        : arguments.stream().sorted().map(a -> '{' + a + '}').collect(Collectors.joining(", "));
  }

  private static Optional<Refusal> refused(String key, Object... arguments) {
    return Optional.of(Refusal.of(Kind.INVALID, key, arguments).with("field", "text"));
  }
}
