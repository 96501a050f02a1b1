package de.lokalwillkommen.core.webhooks;

import java.time.Instant;

/**
 * A delivery as pages show it.
 *
 * @param id its identifier
 * @param message the identifier of the message, as its receiver knows it
 * @param event the name of the event
 * @param status how far it is
 * @param attempts the number of attempts
 * @param createdAt when the event happened
 * @param nextAttemptAt when the next attempt follows, if it waits
 * @param answer the last answer: the HTTP status, or the name of a {@link DeliveryProblem}; the
 *     empty string before the first attempt
 */
public record DeliveryView(
    long id,
    String message,
    String event,
    DeliveryStatus status,
    int attempts,
    Instant createdAt,
    Instant nextAttemptAt,
    String answer) {}
