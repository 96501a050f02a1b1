package de.lokalwillkommen.core.webhooks;

import java.util.List;
import java.util.Optional;

/** All webhooks. */
interface WebhookList {

  /** Adds a webhook and gives it its identifier. */
  void add(Webhook webhook);

  Optional<Webhook> find(long id);

  /** The webhook, locked until the transaction ends. */
  Optional<Webhook> findForChange(long id);

  /** All webhooks by their names. */
  List<Webhook> list();

  void remove(Webhook webhook);
}
