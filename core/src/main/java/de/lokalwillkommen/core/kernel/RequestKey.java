package de.lokalwillkommen.core.kernel;

import java.util.Optional;

/**
 * The idempotency key of a client's request: of all requests with one key the first is executed,
 * and the others get its answer. A visit has a key of the same form and spans several requests.
 *
 * @param text not blank, at most {@link #MAX_LENGTH} characters
 */
public record RequestKey(String text) {

  /** The greatest length in characters. */
  public static final int MAX_LENGTH = 64;

  public RequestKey {
    if (!isFit(text)) {
      throw new IllegalArgumentException("not an idempotency key");
    }
  }

  /** The key that a client has sent; empty if its text is no valid key. */
  public static Optional<RequestKey> find(String text) {
    return isFit(text) ? Optional.of(new RequestKey(text)) : Optional.empty();
  }

  private static boolean isFit(String text) {
    return !text.isBlank() && text.length() <= MAX_LENGTH;
  }

  /** The refusal of a key that was used for another request. */
  public static Refused otherBody() {
    return Refusal.of(Refusal.Kind.INVALID, "request.otherBody")
        .with("field", "Idempotency-Key")
        .asException();
  }
}
