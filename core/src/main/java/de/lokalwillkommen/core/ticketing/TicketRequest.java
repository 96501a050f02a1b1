package de.lokalwillkommen.core.ticketing;

import de.lokalwillkommen.core.kernel.RequestKey;
import java.util.Optional;

/**
 * A visitor's request for a ticket.
 *
 * @param topic the identifier of a topic of the office
 * @param language BCP 47 tag of the language on screen
 * @param audience the visitor's group, if the kiosk asked and the visitor answered
 * @param requestKey the idempotency key
 */
public record TicketRequest(
    String topic, String language, Optional<String> audience, Optional<RequestKey> requestKey) {}
