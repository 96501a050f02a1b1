package de.lokalwillkommen.server.launch;

import java.util.List;
import java.util.Map;

/**
 * The locale of our JVMs, whatever the host speaks: in a Persian one numbers have other digits, in
 * a Turkish one the mapping of tables has other letters. What people read has a language of its
 * own.
 */
final class ServerLocale {

  /** All of it, or a part of the host's would stay. */
  static final Map<String, String> PROPERTIES =
      Map.of(
          "user.language", "en",
          "user.country", "",
          "user.script", "",
          "user.variant", "",
          "user.extensions", "");

  private ServerLocale() {}

  /** The same as options of a command line. */
  static List<String> options() {
    return PROPERTIES.entrySet().stream().map(p -> "-D" + p.getKey() + "=" + p.getValue()).toList();
  }
}
