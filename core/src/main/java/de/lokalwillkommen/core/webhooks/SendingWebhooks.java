package de.lokalwillkommen.core.webhooks;

import de.lokalwillkommen.core.kernel.Author;
import de.lokalwillkommen.core.kernel.UseCase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Hands out the messages whose time has come, and records their results. A message is sent at least
 * once: if the server dies between the receiver's acceptance and this record, it is sent again with
 * the same identifier.
 */
@UseCase
public class SendingWebhooks {

  /** The greatest number of deliveries that wait for one webhook; with more it is paused. */
  static final long MOST_WAITING = 20_000;

  /** With more rows Derby would lock the whole table, and events would wait. */
  private static final int FORGOTTEN_AT_ONCE = 1000;

  private static final int NO_LONGER_THERE = 410;

  private WebhookList webhooks;
  private Outbox outbox;
  private WebhookSealer sealer;
  private WebhookLog log;
  private Clock clock;

  protected SendingWebhooks() {}

  @Inject
  SendingWebhooks(
      WebhookList webhooks, Outbox outbox, WebhookSealer sealer, WebhookLog log, Clock clock) {
    this.webhooks = webhooks;
    this.outbox = outbox;
    this.sealer = sealer;
    this.log = log;
    this.clock = clock;
  }

  /** The webhooks that are told of events. */
  public List<Long> listActive() {
    return webhooks.list().stream().filter(Webhook::isActive).map(Webhook::id).toList();
  }

  /** The messages to be sent to a webhook now; each counts as an attempt. */
  public List<WebhookMessage> takeDue(long webhook, int atMost) {
    Instant now = clock.instant();
    return webhooks.find(webhook).filter(Webhook::isActive).stream()
        .flatMap(
            active ->
                outbox.listDue(webhook, now, atMost).stream()
                    .sorted()
                    .map(id -> outbox.claim(id, now))
                    .flatMap(Optional::stream)
                    .map(delivery -> message(active, delivery, now)))
        .toList();
  }

  private WebhookMessage message(Webhook webhook, WebhookDelivery delivery, Instant now) {
    return new WebhookMessage(
        delivery.id(),
        webhook.id(),
        webhook.address(),
        delivery.message(),
        now.getEpochSecond(),
        webhook.sign(sealer, delivery.message(), delivery.body(), now),
        delivery.body());
  }

  /** Records the answer of a receiver. One that is gone for good pauses the webhook. */
  public void answered(WebhookMessage message, int status) {
    if (status >= 200 && status < 300) {
      outbox
          .find(message.delivery())
          .ifPresent(d -> d.delivered(String.valueOf(status), clock.instant()));
    } else {
      failed(message, String.valueOf(status));
    }
    if (status == NO_LONGER_THERE) {
      stop(message.webhook(), WebhookStatus.GONE);
    }
  }

  /** Records that there was no answer. */
  public void unanswered(WebhookMessage message, DeliveryProblem problem) {
    failed(message, problem.name());
  }

  private void failed(WebhookMessage message, String answer) {
    double chance = ThreadLocalRandom.current().nextDouble();
    outbox
        .find(message.delivery())
        .ifPresent(delivery -> delivery.failed(answer, chance, clock.instant()));
  }

  /** Whether too many deliveries wait for a webhook. */
  public boolean isOverdue(long webhook) {
    return outbox.count(webhook, DeliveryStatus.WAITING) > MOST_WAITING;
  }

  /** Pauses a webhook for which too many deliveries wait, so that they do not fill the disk. */
  public void pauseOverdue(long webhook) {
    stop(webhook, WebhookStatus.BACKLOG);
  }

  private void stop(long id, WebhookStatus why) {
    webhooks
        .findForChange(id)
        .filter(Webhook::isActive)
        .ifPresent(
            webhook -> {
              String before = WebhookLog.stateOf(webhook);
              webhook.become(why);
              String after = WebhookLog.stateOf(webhook);
              log.write(Author.SYSTEM, webhook, WebhookAction.PAUSE, before, after);
            });
  }

  /**
   * Deletes some of the deliveries that are no longer kept.
   *
   * @return whether there may be more
   */
  public boolean forget() {
    List<Long> known = webhooks.list().stream().map(Webhook::id).toList();
    return outbox.forget(known, clock.instant(), FORGOTTEN_AT_ONCE) == FORGOTTEN_AT_ONCE;
  }
}
