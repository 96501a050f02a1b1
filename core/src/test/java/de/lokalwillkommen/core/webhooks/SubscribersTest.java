package de.lokalwillkommen.core.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.core.kernel.Nudge;
import de.lokalwillkommen.core.kernel.TestClock;
import de.lokalwillkommen.core.ticketing.TicketFixture;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How often an event looks for webhooks. */
class SubscribersTest {

  private final TestClock clock = new TestClock(TicketFixture.TEN);
  private final InMemoryWebhookList webhooks = new InMemoryWebhookList();
  private final Subscribers subscribers = new Subscribers(webhooks, clock);

  @BeforeEach
  void anEventLooksOnce() {
    happen();
    assertThat(webhooks.readings()).isEqualTo(1);
  }

  private void happen() {
    assertThat(subscribers.list("ticket.issued", "hoerde")).isEmpty();
  }

  private void nudge(String name) {
    subscribers.forgetAfter(new Nudge(name, "hoerde", 0, 0, clock.instant()));
  }

  @Test
  void theNextOnesDoNotLookForSomeSeconds() {
    clock.passes(Subscribers.FRESH.minusMillis(1));
    nudge("ticket.issued");
    happen();
    assertThat(webhooks.readings()).isEqualTo(1);

    clock.passes(Duration.ofMillis(1));
    happen();
    assertThat(webhooks.readings()).isEqualTo(2);
  }

  @Test
  void afterAChangeTheNextOneLooks() {
    nudge("arrangement.changed");
    happen();
    assertThat(webhooks.readings()).isEqualTo(2);
  }

  @Test
  void aClockThatGoesBackDoesNotKeepTheAnswer() {
    clock.is(TicketFixture.TEN.minus(Duration.ofDays(1)));
    happen();
    assertThat(webhooks.readings()).isEqualTo(2);
  }
}
