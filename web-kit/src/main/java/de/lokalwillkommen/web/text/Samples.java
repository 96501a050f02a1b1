package de.lokalwillkommen.web.text;

import com.ibm.icu.text.MessageFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** How a pattern reads: a text with several forms is said with several numbers. */
public final class Samples {

  private static final int[] NUMBERS = {0, 1, 2, 5, 11};

  private Samples() {}

  /** The different sentences that a valid pattern makes. */
  public static List<String> list(String pattern, Language language) {
    MessageFormat format = new MessageFormat(pattern, language.locale());
    return IntStream.of(NUMBERS)
        .mapToObj(number -> format.format(values(format, number)))
        .distinct()
        .limit(pattern.contains("plural") ? NUMBERS.length : 1)
        .toList();
  }

  private static Map<String, Object> values(MessageFormat format, int number) {
    Map<String, Object> values = new HashMap<>();
    format.getArgumentNames().forEach(name -> values.put(name, number));
    return values;
  }
}
