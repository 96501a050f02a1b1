package de.lokalwillkommen.core.webhooks;

import de.lokalwillkommen.core.kernel.Author;
import de.lokalwillkommen.core.kernel.Changed;
import de.lokalwillkommen.core.kernel.DomainEvents;
import de.lokalwillkommen.core.kernel.NotedState;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;

/** Publishes what is done about webhooks, without secrets. Part of a use case. */
@Dependent
class WebhookLog {

  private final DomainEvents events;
  private final Clock clock;

  @Inject
  WebhookLog(DomainEvents events, Clock clock) {
    this.events = events;
    this.clock = clock;
  }

  /** How a webhook is, as the history notes it: of its address the host, the rest may be secret. */
  static String stateOf(Webhook webhook) {
    WebhookData data = webhook.data();
    return NotedState.version(1)
        .with("name", data.name())
        .with("host", webhook.address().getHost())
        .with("events", data.events())
        .with("offices", data.offices())
        .with("status", webhook.status().name())
        .toString();
  }

  void write(Author author, Webhook webhook, WebhookAction action, String before, String after) {
    events.publish(
        new Changed(
            "",
            author,
            ArrangingWebhooks.KIND,
            "W" + webhook.id(),
            action.name(),
            before,
            after,
            clock.instant()));
  }
}
