package de.lokalwillkommen.core.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.core.kernel.Nudge;
import de.lokalwillkommen.core.kernel.TestClock;
import de.lokalwillkommen.core.ticketing.TicketFixture;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How often an event looks for webhooks. */
class SubscribersTest {

  private final TestClock clock = new TestClock(TicketFixture.TEN);
  private final Counted webhooks = new Counted();
  private final Subscribers subscribers = new Subscribers(webhooks, clock);

  /** No webhooks; counts how often that is asked. */
  private static final class Counted implements WebhookList {

    private int times;

    @Override
    public List<Webhook> list() {
      times++;
      return List.of();
    }

    @Override
    public void add(Webhook webhook) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Webhook> find(long id) {
      return Optional.empty();
    }

    @Override
    public Optional<Webhook> findForChange(long id) {
      return Optional.empty();
    }

    @Override
    public void remove(Webhook webhook) {
      throw new UnsupportedOperationException();
    }
  }

  @BeforeEach
  void anEventLooksOnce() {
    happen();
    assertThat(webhooks.times).isEqualTo(1);
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
    assertThat(webhooks.times).isEqualTo(1);

    clock.passes(Duration.ofMillis(1));
    happen();
    assertThat(webhooks.times).isEqualTo(2);
  }

  @Test
  void afterAChangeTheNextOneLooks() {
    nudge("arrangement.changed");
    happen();
    assertThat(webhooks.times).isEqualTo(2);
  }

  @Test
  void aClockThatGoesBackDoesNotKeepTheAnswer() {
    clock.is(TicketFixture.TEN.minus(Duration.ofDays(1)));
    happen();
    assertThat(webhooks.times).isEqualTo(2);
  }
}
