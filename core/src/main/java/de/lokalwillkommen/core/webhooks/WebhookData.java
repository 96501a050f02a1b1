package de.lokalwillkommen.core.webhooks;

import java.util.Set;

/**
 * What an administrator decides about a webhook.
 *
 * @param name how people call it
 * @param address where messages are sent
 * @param events the names of the events
 * @param offices the slugs of the offices; empty for all
 */
public record WebhookData(String name, String address, Set<String> events, Set<String> offices) {

  public WebhookData {
    events = Set.copyOf(events);
    offices = Set.copyOf(offices);
  }

  /** Without the address, which may hold a password. */
  @Override
  public String toString() {
    return "WebhookData[" + name + "]";
  }
}
