package de.lokalwillkommen.core.kernel;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Why the office cannot do what the caller asked: a message key, never a sentence, and the facts
 * that help the caller to go on.
 *
 * @param kind the kind of refusal
 * @param key the key of the message in the bundles, below {@code refusal.}
 * @param arguments the arguments of the message, in its order
 * @param facts machine-readable details such as the present {@code state} or {@code opensAt}
 */
public record Refusal(Kind kind, String key, List<Object> arguments, Map<String, Object> facts)
    implements Serializable {

  /** The kind of refusal. Every interface maps it to its own terms. */
  public enum Kind {
    /** The requested thing does not exist. */
    UNKNOWN,
    /** The requested thing existed and has been deleted on purpose. */
    GONE,
    /** The request is invalid, whatever the state of the office. */
    INVALID,
    /** The request is valid, but not in the present state. */
    CONFLICT,
    /** The thing has been changed since the caller has read it. */
    CHANGED_MEANWHILE,
    /** The caller may not do this. */
    NOT_ALLOWED,
    /** The caller is not signed in, or the password is wrong. */
    NOT_SIGNED_IN,
    /** The caller has exceeded a rate limit; a later attempt may succeed. */
    TOO_OFTEN,
    /** The server cannot do it now; a later attempt may succeed. */
    UNAVAILABLE
  }

  public Refusal {
    arguments = List.copyOf(arguments);
    facts = Map.copyOf(facts);
  }

  public static Refusal of(Kind kind, String key, Object... arguments) {
    return new Refusal(kind, key, List.of(arguments), Map.of());
  }

  /** The same refusal with one more fact. */
  public Refusal with(String fact, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(facts);
    more.put(fact, value);
    return new Refusal(kind, key, arguments, more);
  }

  /** The exception that carries this refusal out of a use case and rolls back its transaction. */
  public Refused asException() {
    return new Refused(this);
  }
}
