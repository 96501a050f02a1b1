package de.lokalwillkommen.core.webhooks;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** All deliveries. */
interface Outbox {

  void add(WebhookDelivery delivery);

  Optional<WebhookDelivery> find(long id);

  /**
   * The identifiers of the deliveries of a webhook whose time has come, the oldest first. One that
   * is to wait longer than the longest pause was written by a clock that was ahead, and is due.
   */
  List<Long> listDue(long webhook, Instant now, int atMost);

  /**
   * Takes a delivery for an attempt, unless another server has just done so.
   *
   * @return the delivery with the attempt counted
   */
  Optional<WebhookDelivery> claim(long id, Instant now);

  /** The latest deliveries of a webhook. */
  List<WebhookDelivery> listLatest(long webhook, int atMost);

  /** The dead deliveries of a webhook, the oldest first. */
  List<WebhookDelivery> listDead(long webhook, int atMost);

  long count(long webhook, DeliveryStatus status);

  /** The number over all webhooks. */
  long count(DeliveryStatus status);

  /**
   * Deletes what is no longer kept, and the deliveries of all other webhooks.
   *
   * @return how many were deleted
   */
  int forget(Collection<Long> webhooks, Instant now, int atMost);
}
