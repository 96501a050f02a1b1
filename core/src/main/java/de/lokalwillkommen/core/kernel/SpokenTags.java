package de.lokalwillkommen.core.kernel;

import java.util.List;

/**
 * The languages that can be chosen for a visitor. There are more of them than languages in which
 * pages are offered.
 */
@Infrastructure
public final class SpokenTags {

  /** Their BCP 47 tags, the most frequent ones first. */
  public static final List<String> LIST =
      List.of(
          MainLanguage.TAG,
          "de-simple",
          "en",
          "ar",
          "fa",
          "ckb",
          "ps",
          "ku",
          "tr",
          "uk",
          "ru",
          "fr",
          "ro",
          "bg",
          "pl",
          "es",
          "ti",
          "so");

  private SpokenTags() {}
}
