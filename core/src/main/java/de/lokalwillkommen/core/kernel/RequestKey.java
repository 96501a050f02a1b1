package de.lokalwillkommen.core.kernel;

/**
 * The idempotency key of a client's request: of all requests with one key the first is executed,
 * and the others get its answer. A visit has a key of the same form and spans several requests.
 */
public final class RequestKey {

  /** The greatest length in characters. */
  public static final int MAX_LENGTH = 64;

  private RequestKey() {}

  /** Whether a text is a valid key. */
  public static boolean isFit(String key) {
    return !key.isBlank() && key.length() <= MAX_LENGTH;
  }

  /** The refusal of a key that was used for another request. */
  public static Refused otherBody() {
    return Refusal.of(Refusal.Kind.INVALID, "request.otherBody")
        .with("field", "Idempotency-Key")
        .asException();
  }
}
