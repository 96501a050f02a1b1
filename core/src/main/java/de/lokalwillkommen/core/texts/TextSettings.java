package de.lokalwillkommen.core.texts;

import java.util.List;
import java.util.Optional;

/**
 * A text as its editors see it.
 *
 * @param key the key, with its bundle
 * @param area where visitors meet it
 * @param main what it says in German
 * @param shipped the shipped pattern in its language
 * @param own the pattern that is worded here instead
 * @param version the state, to be sent with a change; 0 if it is not worded here
 * @param arguments the names of its arguments
 */
public record TextSettings(
    String key,
    TextArea area,
    String main,
    Optional<String> shipped,
    Optional<String> own,
    long version,
    List<String> arguments) {

  public TextSettings {
    arguments = List.copyOf(arguments);
  }

  /** The pattern that applies; empty if there is none. */
  public Optional<String> present() {
    return own.or(() -> shipped);
  }
}
