package de.lokalwillkommen.server.launch;

import java.util.List;
import java.util.Map;

/**
 * The locale of our JVMs, regardless of the host's: in a Persian locale numbers have other digits,
 * in a Turkish one the mapping of tables uses other letters. Texts for people have a language of
 * their own.
 */
final class ServerLocale {

  /** All properties of the locale, since any that is not set is taken from the host. */
  static final Map<String, String> PROPERTIES =
      Map.of(
          "user.language", "en",
          "user.country", "",
          "user.script", "",
          "user.variant", "",
          "user.extensions", "");

  private ServerLocale() {}

  /** The same as command-line options. */
  static List<String> options() {
    return PROPERTIES.entrySet().stream().map(p -> "-D" + p.getKey() + "=" + p.getValue()).toList();
  }
}
