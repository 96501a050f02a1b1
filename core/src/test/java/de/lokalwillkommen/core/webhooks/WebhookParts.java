package de.lokalwillkommen.core.webhooks;

import jakarta.persistence.EntityManager;
import java.time.Clock;

/** Webhooks over a test database. */
public final class WebhookParts {

  private WebhookParts() {}

  /** Sends nothing: for what the jobs do with the outbox. */
  public static SendingWebhooks sending(EntityManager entities, Clock clock) {
    return new SendingWebhooks(
        new JpaWebhookList(entities), new JpaOutbox(entities), null, null, clock);
  }
}
