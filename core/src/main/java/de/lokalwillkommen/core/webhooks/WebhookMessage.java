package de.lokalwillkommen.core.webhooks;

import java.net.URI;

/**
 * A message that is to be sent now.
 *
 * @param delivery the identifier of the delivery
 * @param webhook the identifier of the webhook
 * @param address where to
 * @param id the identifier of the message; the same at every attempt
 * @param timestamp the seconds since 1970 of this attempt
 * @param signature the value of the header with the signatures
 * @param body JSON
 */
public record WebhookMessage(
    long delivery,
    long webhook,
    URI address,
    String id,
    long timestamp,
    String signature,
    String body) {

  /** Without the address, which may hold a password. */
  @Override
  public String toString() {
    return "WebhookMessage[" + id + "]";
  }
}
