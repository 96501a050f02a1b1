package de.lokalwillkommen.core.webhooks;

import de.lokalwillkommen.core.kernel.Nudge;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/**
 * The webhooks as they were some seconds ago, so that an event costs no statement while there are
 * none. A change applies at once, and after these seconds where its nudge was lost.
 */
@ApplicationScoped
class Subscribers {

  /** How long an answer is kept. */
  static final Duration FRESH = Duration.ofSeconds(5);

  private static final Known NOTHING = new Known(List.of(), Instant.EPOCH);

  private WebhookList webhooks;
  private Clock clock;
  private volatile Known known = NOTHING;

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

  /** A webhook may have been changed by any application on any server. */
  void forgetAfter(@Observes Nudge nudge) {
    if (nudge.isAbout("arrangement")) {
      known = NOTHING;
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
