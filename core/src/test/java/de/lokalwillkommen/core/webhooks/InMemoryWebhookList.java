package de.lokalwillkommen.core.webhooks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Webhooks without a database; counts how often all are read. */
class InMemoryWebhookList implements WebhookList {

  private final List<Webhook> webhooks = new ArrayList<>();
  private int readings;

  @Override
  public void add(Webhook webhook) {
    webhooks.add(webhook);
  }

  @Override
  public Optional<Webhook> find(long id) {
    return webhooks.stream().filter(webhook -> webhook.id() == id).findFirst();
  }

  @Override
  public Optional<Webhook> findForChange(long id) {
    return find(id);
  }

  @Override
  public List<Webhook> list() {
    readings++;
    return List.copyOf(webhooks);
  }

  @Override
  public void remove(Webhook webhook) {
    webhooks.remove(webhook);
  }

  void clear() {
    webhooks.clear();
  }

  int readings() {
    return readings;
  }
}
