package de.lokalwillkommen.core.webhooks;

import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * A message about an event, without personal data: identifiers of the office and its topics, a
 * number, a counter and times. Neither the language of a visitor nor anything that opens a page.
 *
 * @param id identifies the message
 * @param type the name of the event
 * @param body JSON
 */
record EventMessage(String id, String type, String body) {

  // looking the provider up costs more than writing a message
  private static final JsonProvider JSON = JsonProvider.provider();

  /**
   * A new message.
   *
   * @param office the slug; the empty string for a test
   * @param data the details, in the order of their names
   */
  static EventMessage of(String type, String office, Instant at, Map<String, String> data) {
    String id = UUID.randomUUID().toString();
    JsonObjectBuilder details = JSON.createObjectBuilder();
    data.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(detail -> details.add(detail.getKey(), detail.getValue()));
    String body =
        JSON.createObjectBuilder()
            .add("id", id)
            .add("type", type)
            .add("at", at.toString())
            .add("office", office)
            .add("data", details)
            .build()
            .toString();
    return new EventMessage(id, type, body);
  }
}
