package de.lokalwillkommen.core.kernel;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** Locales of hosts that count, write or map letters differently. */
public final class HostLocales {

  private HostLocales() {}

  /** BCP 47 tags: other digits, another lower case of I, another calendar. */
  public static List<String> tags() {
    return List.of("fa-IR", "ar-EG-u-nu-arab", "tr-TR", "th-TH-u-ca-buddhist-nu-thai", "de-DE");
  }

  /** Runs work with the locale of a host. */
  public static <T> T on(String tag, Supplier<T> work) {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag(tag));
    try {
      return work.get();
    } finally {
      Locale.setDefault(before);
    }
  }
}
