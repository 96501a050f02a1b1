package de.lokalwillkommen.server.launch.host;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The locale of the product's JVMs, regardless of the host's: a Persian locale has other digits,
 * and in a Turkish one table names would get other letters. Texts for people have a language of
 * their own.
 */
public final class ServerLocale {

  /**
   * All properties of the locale, since any that is not set is taken from the host. Each also
   * exists for the texts of programs and for the format of numbers and dates alone.
   */
  public static final Map<String, String> PROPERTIES =
      Stream.of("", ".display", ".format")
          .flatMap(
              use ->
                  Stream.of(
                      Map.entry("user.language" + use, "en"),
                      Map.entry("user.country" + use, ""),
                      Map.entry("user.script" + use, ""),
                      Map.entry("user.variant" + use, ""),
                      Map.entry("user.extensions" + use, "")))
          .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

  private ServerLocale() {}

  /** The same as command-line options. */
  public static List<String> options() {
    return PROPERTIES.entrySet().stream().map(p -> "-D" + p.getKey() + "=" + p.getValue()).toList();
  }
}
