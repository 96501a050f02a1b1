package de.lokalwillkommen.server.launch.options;

import de.lokalwillkommen.server.launch.host.HostEncoding;
import de.lokalwillkommen.server.launch.host.LaunchRefusal;
import java.util.Optional;

/**
 * A value for an option, and where it was found.
 *
 * @param value neither empty nor surrounded by blanks
 * @param origin in words for the operator
 */
public record Setting(String value, String origin) {

  /**
   * Takes a value as it was found.
   *
   * @param value null or blank if there is none
   * @throws LaunchRefusal if it has lost characters on its way
   */
  public static Optional<Setting> of(String value, String origin) {
    return Optional.ofNullable(value)
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .map(text -> readable(text, origin));
  }

  private static Setting readable(String text, String origin) {
    HostEncoding.requireReadable(text);
    return new Setting(text, origin);
  }
}
