package de.lokalwillkommen.core.kernel;

/**
 * What a client names a request by, so that it can be repeated: of all requests with one key the
 * first is done, the others get its answer. A visit, named in the same way, holds several of them.
 */
public final class RequestKey {

  /** The greatest length in characters. */
  public static final int MAX_LENGTH = 64;

  private RequestKey() {}

  /** Whether a text can be a key. */
  public static boolean isFit(String key) {
    return !key.isBlank() && key.length() <= MAX_LENGTH;
  }

  /** The key was used for another request. */
  public static Refused otherBody() {
    return Refusal.of(Refusal.Kind.INVALID, "request.otherBody")
        .with("field", "Idempotency-Key")
        .asException();
  }
}
