package de.lokalwillkommen.core.webhooks;

import de.lokalwillkommen.core.kernel.ReadModel;
import de.lokalwillkommen.core.staff.SignedIn;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

/** The webhooks and their deliveries, to be read. */
@ReadModel
public class WebhookOverview {

  private WebhookList webhooks;
  private Outbox outbox;
  private Clock clock;

  protected WebhookOverview() {}

  @Inject
  WebhookOverview(WebhookList webhooks, Outbox outbox, Clock clock) {
    this.webhooks = webhooks;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * All webhooks by their names.
   *
   * @throws de.lokalwillkommen.core.kernel.Refused {@code NOT_ALLOWED}
   */
  public List<WebhookView> list(SignedIn me) {
    ArrangingWebhooks.requireMayManage(me);
    return webhooks.list().stream().map(this::view).toList();
  }

  /**
   * The latest deliveries of a webhook, after dead ones.
   *
   * @param atMost how many of either
   * @throws de.lokalwillkommen.core.kernel.Refused {@code NOT_ALLOWED}
   */
  public List<DeliveryView> listDeliveries(SignedIn me, long webhook, int atMost) {
    ArrangingWebhooks.requireMayManage(me);
    Stream<WebhookDelivery> others =
        outbox.listLatest(webhook, atMost).stream()
            .filter(delivery -> delivery.status() != DeliveryStatus.DEAD);
    return Stream.concat(outbox.listDead(webhook, atMost).stream(), others)
        .map(WebhookDelivery::view)
        .toList();
  }

  /**
   * The dead deliveries of a webhook, the oldest first.
   *
   * @throws de.lokalwillkommen.core.kernel.Refused {@code NOT_ALLOWED}
   */
  public List<DeliveryView> listDead(SignedIn me, long webhook, int atMost) {
    ArrangingWebhooks.requireMayManage(me);
    return outbox.listDead(webhook, atMost).stream().map(WebhookDelivery::view).toList();
  }

  /** The number of webhooks that the system has paused. */
  public long countStopped() {
    return webhooks.list().stream()
        .map(Webhook::status)
        .filter(status -> status == WebhookStatus.GONE || status == WebhookStatus.BACKLOG)
        .count();
  }

  /** The number of deliveries in a status over all webhooks. */
  public long countDeliveries(DeliveryStatus status) {
    return outbox.count(status);
  }

  private WebhookView view(Webhook webhook) {
    return new WebhookView(
        webhook.id(),
        webhook.data(),
        webhook.address().getHost(),
        webhook.status(),
        webhook.isRotatingAt(clock.instant()),
        webhook.version(),
        outbox.count(webhook.id(), DeliveryStatus.WAITING),
        outbox.count(webhook.id(), DeliveryStatus.DEAD));
  }
}
