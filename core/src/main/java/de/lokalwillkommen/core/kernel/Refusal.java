package de.lokalwillkommen.core.kernel;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Why the office cannot do what was asked: a message key, never a sentence, and the facts that help
 * to go on.
 *
 * @param kind what sort of refusal it is
 * @param key the key of the message in the bundles, below {@code refusal.}
 * @param arguments what the message speaks of, in its order
 * @param facts machine-readable details such as the present {@code state} or {@code opensAt}
 */
public record Refusal(Kind kind, String key, List<Object> arguments, Map<String, Object> facts)
    implements Serializable {

  /** What sort of refusal it is; every way in translates it in its own terms. */
  public enum Kind {
    /** There is no such thing. */
    UNKNOWN,
    /** There was such a thing, and it has been forgotten on purpose. */
    GONE,
    /** The request makes no sense as it is, whatever the state of the office. */
    INVALID,
    /** The request makes sense, but not in the present state. */
    CONFLICT,
    /** Whoever asks may not do this. */
    NOT_ALLOWED,
    /** Nobody is signed in, or the password is wrong. */
    NOT_SIGNED_IN,
    /** Asked too often; later it may be possible. */
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

  /** The exception that carries this refusal out of a use case and undoes its transaction. */
  public Refused asException() {
    return new Refused(this);
  }
}
