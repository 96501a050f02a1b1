package de.lokalwillkommen.core.webhooks;

import de.lokalwillkommen.core.kernel.Changed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/**
 * The webhooks as they were some seconds ago, so that an event costs no statement while there are
 * none. A change applies in other applications and on other servers after these seconds.
 */
@ApplicationScoped
class Subscribers {

  /** How long an answer is kept. */
  static final Duration FRESH = Duration.ofSeconds(5);

  private WebhookList webhooks;
  private Clock clock;
  private volatile Known known = new Known(List.of(), Instant.EPOCH);

  protected Subscribers() {}

  @Inject
  Subscribers(WebhookList webhooks, Clock clock) {
    this.webhooks = webhooks;
    this.clock = clock;
  }

  /**
   * What is known.
   *
   * @param at when it was read
   */
  private record Known(List<Webhook> webhooks, Instant at) {}

  void hear(@Observes(during = TransactionPhase.AFTER_SUCCESS) Changed changed) {
    if (changed.kind().equals(ArrangingWebhooks.KIND)) {
      known = new Known(List.of(), Instant.EPOCH);
    }
  }

  /** The identifiers of the webhooks that are told of an event in an office. */
  List<Long> list(String event, String office) {
    Predicate<Webhook> wanting = webhook -> webhook.wants(event, office);
    return listAll().stream().filter(wanting).map(Webhook::id).toList();
  }

  private List<Webhook> listAll() {
    Instant now = clock.instant();
    Known present = known;
    // an answer from the future was given by a clock that was ahead
    if (now.isBefore(present.at()) || !now.isBefore(present.at().plus(FRESH))) {
      present = new Known(List.copyOf(webhooks.list()), now);
      known = present;
    }
    return present.webhooks();
  }
}
