package de.lokalwillkommen.core.ticketing;

import de.lokalwillkommen.core.kernel.RequestKey;
import java.util.Optional;

/**
 * What a visitor asks for.
 *
 * @param topic the identifier of a topic of the office
 * @param language BCP 47 tag of the language on screen
 * @param audience whom the visitor belongs to, if asked and said
 * @param requestKey the same for every repetition of one request, see {@link RequestKey}
 */
public record TicketRequest(
    String topic, String language, Optional<String> audience, Optional<String> requestKey) {

  public TicketRequest {
    if (!requestKey.filter(RequestKey::isFit).equals(requestKey)) {
      throw new IllegalArgumentException("request key of " + requestKey.get().length());
    }
  }
}
