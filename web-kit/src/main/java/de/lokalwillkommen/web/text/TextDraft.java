package de.lokalwillkommen.web.text;

import java.util.Optional;

/**
 * A text that an editor tries out: pages show it in the one request that carries it.
 *
 * @param language the tag of its language
 * @param key the key, with its bundle
 * @param pattern the pattern that is tried out
 */
public record TextDraft(String language, String key, String pattern) {

  private static final ThreadLocal<TextDraft> OF_THIS_REQUEST = new ThreadLocal<>();

  /** The draft of the request that this thread serves. */
  static Optional<TextDraft> find() {
    return Optional.ofNullable(OF_THIS_REQUEST.get());
  }

  /** Applies it until {@link #end}. */
  void begin() {
    OF_THIS_REQUEST.set(this);
  }

  static void end() {
    OF_THIS_REQUEST.remove();
  }
}
