package de.lokalwillkommen.core.webhooks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
class JpaOutbox implements Outbox {

  private EntityManager entities;

  protected JpaOutbox() {}

  @Inject
  JpaOutbox(EntityManager entities) {
    this.entities = entities;
  }

  @Override
  public void add(WebhookDelivery delivery) {
    entities.persist(delivery);
  }

  @Override
  public Optional<WebhookDelivery> find(long id) {
    return Optional.ofNullable(
        entities.find(WebhookDelivery.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  @Override
  public List<Long> listDue(long webhook, Instant now, int atMost) {
    return entities
        .createQuery(
            "select d.id from WebhookDelivery d where d.webhook = :webhook"
                + " and d.status = :waiting"
                + " and (d.nextAttemptAt <= :now or d.nextAttemptAt > :impossible)"
                + " order by d.nextAttemptAt, d.id",
            Long.class)
        .setParameter("webhook", webhook)
        .setParameter("waiting", DeliveryStatus.WAITING)
        .setParameter("now", now)
        .setParameter("impossible", now.plus(RetrySchedule.longest()))
        .setMaxResults(atMost)
        .getResultList();
  }

  @Override
  public Optional<WebhookDelivery> claim(long id, Instant now) {
    int claimed =
        entities
            .createQuery(
                "update WebhookDelivery d set d.attempts = d.attempts + 1, d.nextAttemptAt = :until"
                    + " where d.id = :id and d.status = :waiting"
                    + " and (d.nextAttemptAt <= :now or d.nextAttemptAt > :impossible)")
            .setParameter("id", id)
            .setParameter("waiting", DeliveryStatus.WAITING)
            .setParameter("now", now)
            .setParameter("until", now.plus(WebhookDelivery.CLAIM))
            .setParameter("impossible", now.plus(RetrySchedule.longest()))
            .executeUpdate();
    return claimed == 0
        ? Optional.empty()
        : Optional.ofNullable(entities.find(WebhookDelivery.class, id));
  }

  @Override
  public List<WebhookDelivery> listLatest(long webhook, int atMost) {
    return entities
        .createQuery(
            "select d from WebhookDelivery d where d.webhook = :webhook order by d.createdAt desc,"
                + " d.id desc",
            WebhookDelivery.class)
        .setParameter("webhook", webhook)
        .setMaxResults(atMost)
        .getResultList();
  }

  @Override
  public List<WebhookDelivery> listDead(long webhook, int atMost) {
    return entities
        .createQuery(
            "select d from WebhookDelivery d where d.webhook = :webhook and d.status = :dead"
                + " order by d.nextAttemptAt, d.id",
            WebhookDelivery.class)
        .setParameter("webhook", webhook)
        .setParameter("dead", DeliveryStatus.DEAD)
        .setMaxResults(atMost)
        .getResultList();
  }

  @Override
  public long count(long webhook, DeliveryStatus status) {
    return entities
        .createQuery(
            "select count(d) from WebhookDelivery d where d.webhook = :webhook"
                + " and d.status = :status",
            Long.class)
        .setParameter("webhook", webhook)
        .setParameter("status", status)
        .getSingleResult();
  }

  @Override
  public long count(DeliveryStatus status) {
    return entities
        .createQuery("select count(d) from WebhookDelivery d where d.status = :status", Long.class)
        .setParameter("status", status)
        .getSingleResult();
  }

  @Override
  public int forget(Collection<Long> webhooks, Instant now, int atMost) {
    List<Long> known = new ArrayList<>(webhooks);
    // no database takes an empty list
    known.add(-1L);
    List<Long> forgotten =
        entities
            .createQuery(
                "select d.id from WebhookDelivery d where d.status = :delivered and d.createdAt <"
                    + " :kept or d.status = :waiting and d.nextAttemptAt < :kept"
                    + " or d.status = :dead and d.endedAt < :deadKept or d.webhook not in :known",
                Long.class)
            .setParameter("delivered", DeliveryStatus.DELIVERED)
            .setParameter("waiting", DeliveryStatus.WAITING)
            .setParameter("dead", DeliveryStatus.DEAD)
            .setParameter("kept", now.minus(WebhookDelivery.KEPT))
            .setParameter("deadKept", now.minus(WebhookDelivery.DEAD_KEPT))
            .setParameter("known", known)
            .setMaxResults(atMost)
            .getResultList();
    if (!forgotten.isEmpty()) {
      entities
          .createQuery("delete from WebhookDelivery d where d.id in :forgotten")
          .setParameter("forgotten", forgotten)
          .executeUpdate();
    }
    return forgotten.size();
  }
}
