package de.lokalwillkommen.core.ticketing;

import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refused;
import java.util.Optional;

/**
 * What a visitor asks for.
 *
 * @param topic the identifier of a topic of the office
 * @param language BCP 47 tag of the language on screen
 * @param audience whom the visitor belongs to, if asked and said
 * @param requestKey the same for every repetition of one request, at most 64 characters; empty for
 *     tickets made by staff
 */
public record TicketRequest(
    String topic, String language, Optional<String> audience, Optional<String> requestKey) {

  /** The greatest length of a request key. */
  public static final int MAX_KEY = 64;

  /** The key was used for another request. */
  static Refused otherBody() {
    return Refusal.of(Refusal.Kind.INVALID, "request.otherBody")
        .with("field", "Idempotency-Key")
        .asException();
  }

  public TicketRequest {
    if (requestKey.filter(k -> k.isBlank() || k.length() > MAX_KEY).isPresent()) {
      throw new IllegalArgumentException("request key of " + requestKey.get().length());
    }
  }
}
