package de.lokalwillkommen.core.webhooks;

import de.lokalwillkommen.core.retention.Retention;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;

/**
 * A message to one webhook about one event. It is stored in the transaction of the event, so no
 * message reports an event that was rolled back and no event goes without its message.
 */
@Entity
@Table(name = "webhook_delivery")
class WebhookDelivery {

  /** How long a server that has taken a delivery has time to record the result. */
  static final Duration CLAIM = Duration.ofMinutes(2);

  /** How long delivered ones are kept, and waiting ones of a paused webhook. */
  static final Duration KEPT = Retention.WEBHOOKS.duration();

  /** How long dead ones are kept. */
  static final Duration DEAD_KEPT = Retention.DEAD_WEBHOOKS.duration();

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "lw_ids")
  private Long id;

  @Column(name = "webhook_id")
  private long webhook;

  @Column(name = "message_id")
  private String message;

  private String event;

  private String body;

  @Enumerated(EnumType.STRING)
  private DeliveryStatus status;

  private int attempts;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "next_attempt_at")
  private Instant nextAttemptAt;

  @Column(name = "ended_at")
  private Instant endedAt;

  private String answer;

  protected WebhookDelivery() {}

  WebhookDelivery(long webhook, EventMessage message, Instant now) {
    this.webhook = webhook;
    this.message = message.id();
    this.event = message.type();
    this.body = message.body();
    this.status = DeliveryStatus.WAITING;
    this.createdAt = now;
    this.nextAttemptAt = now;
  }

  void delivered(String word, Instant now) {
    answer = word;
    end(DeliveryStatus.DELIVERED, now);
  }

  /**
   * Records a failed attempt; after the last one the delivery is dead.
   *
   * @param chance from 0 to less than 1, for the length of the pause
   */
  void failed(String word, double chance, Instant now) {
    answer = word;
    if (attempts >= RetrySchedule.ATTEMPTS) {
      end(DeliveryStatus.DEAD, now);
    } else if (status == DeliveryStatus.WAITING) {
      nextAttemptAt = now.plus(RetrySchedule.pauseAfter(Math.max(1, attempts), chance));
    }
  }

  private void end(DeliveryStatus last, Instant now) {
    status = last;
    endedAt = now;
  }

  /** Sends a dead one again, with the same identifier and all attempts. */
  void revive(Instant now) {
    if (status == DeliveryStatus.DEAD) {
      status = DeliveryStatus.WAITING;
      attempts = 0;
      endedAt = null;
      nextAttemptAt = now;
    }
  }

  long id() {
    return id;
  }

  long webhook() {
    return webhook;
  }

  String message() {
    return message;
  }

  String body() {
    return body;
  }

  int attempts() {
    return attempts;
  }

  DeliveryStatus status() {
    return status;
  }

  DeliveryView view() {
    return new DeliveryView(
        id,
        message,
        event,
        status,
        attempts,
        createdAt,
        nextAttemptAt,
        answer == null ? "" : answer);
  }
}
