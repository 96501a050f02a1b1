package de.lokalwillkommen.core.webhooks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
class JpaWebhookList implements WebhookList {

  private EntityManager entities;

  protected JpaWebhookList() {}

  @Inject
  JpaWebhookList(EntityManager entities) {
    this.entities = entities;
  }

  @Override
  public void add(Webhook webhook) {
    entities.persist(webhook);
  }

  @Override
  public Optional<Webhook> find(long id) {
    return Optional.ofNullable(entities.find(Webhook.class, id));
  }

  @Override
  public Optional<Webhook> findForChange(long id) {
    return Optional.ofNullable(entities.find(Webhook.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  @Override
  public List<Webhook> list() {
    return entities
        .createQuery("select w from Webhook w order by w.name, w.id", Webhook.class)
        .getResultList();
  }

  @Override
  public void remove(Webhook webhook) {
    entities.remove(webhook);
  }
}
