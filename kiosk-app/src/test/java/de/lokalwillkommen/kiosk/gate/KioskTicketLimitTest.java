package de.lokalwillkommen.kiosk.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.kernel.Refused;
import de.lokalwillkommen.core.kernel.RequestKey;
import de.lokalwillkommen.core.ticketing.IssuingTickets;
import de.lokalwillkommen.core.ticketing.TicketRequest;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KioskTicketLimitTest {

  private static final Duration APART = Duration.ofSeconds(5);

  private final Issuing issuing = new Issuing();
  private final Time time = new Time();

  /** Passes when told to. */
  private static final class Time implements TimeMeter {

    private long nanos;

    void passes(Duration duration) {
      nanos += duration.toNanos();
    }

    @Override
    public long currentTimeNanos() {
      return nanos;
    }

    @Override
    public boolean isWallClockBased() {
      return false;
    }
  }

  private TicketLimit limit(int perHour) {
    return new KioskTicketLimit(APART, perHour, time);
  }

  /** Issues once for every key, while it is open. */
  private static final class Issuing extends IssuingTickets {

    private final Set<RequestKey> keys = new HashSet<>();
    private boolean open = true;

    @Override
    public Issued walkIn(String office, TicketRequest request) {
      if (!open) {
        throw Refusal.of(Kind.CONFLICT, "office.closed").asException();
      }
      return new Issued(null, keys.add(request.requestKey().orElseThrow()));
    }

    @Override
    public Optional<Issued> findEarlier(String office, TicketRequest request) {
      return request.requestKey().filter(keys::contains).map(key -> new Issued(null, false));
    }
  }

  private boolean isNew(TicketLimit limit, String key) {
    TicketRequest request =
        new TicketRequest("housing", "de", Optional.empty(), Optional.of(new RequestKey(key)));
    return limit.issue(issuing, "hoerde", request).isNew();
  }

  private String refusal(TicketLimit limit, String key) {
    return catchThrowableOfType(Refused.class, () -> isNew(limit, key)).refusal().key();
  }

  @Test
  void aRequestWhoseAnswerWasLostIsAnsweredAgainHoweverSoon() {
    TicketLimit limit = limit(2);

    assertThat(isNew(limit, "one")).isTrue();
    assertThat(isNew(limit, "one")).isFalse();
    assertThat(isNew(limit, "one")).isFalse();
    assertThat(refusal(limit, "two")).isEqualTo("request.tooMany");

    time.passes(APART.minusMillis(1));
    assertThat(refusal(limit, "two")).isEqualTo("request.tooMany");
    time.passes(Duration.ofMillis(1));
    assertThat(isNew(limit, "two")).isTrue();
  }

  @Test
  void afterTheLastTicketOfTheHourThatIsSaidAndEarlierOnesAreStillAnswered() {
    TicketLimit limit = limit(3);
    for (String key : new String[] {"1", "2", "3"}) {
      assertThat(isNew(limit, key)).isTrue();
      time.passes(APART);
    }

    assertThat(refusal(limit, "4")).isEqualTo("kiosk.noMoreTickets");
    assertThat(isNew(limit, "2")).isFalse();
    time.passes(Duration.ofHours(1));
    assertThat(isNew(limit, "4")).isTrue();
  }

  @Test
  void theHourOfAKioskIsSixtyMinutesFromTheFirstTicketAndThenAllOfThemAreThereAgain() {
    TicketLimit limit = limit(2);
    isNew(limit, "1");
    time.passes(APART);
    isNew(limit, "2");

    time.passes(Duration.ofHours(1).minus(APART).minusMillis(1));
    assertThat(refusal(limit, "3")).isEqualTo("kiosk.noMoreTickets");
    time.passes(Duration.ofMillis(1));
    assertThat(isNew(limit, "3")).isTrue();
    time.passes(APART);
    assertThat(isNew(limit, "4")).isTrue();
    time.passes(APART);
    assertThat(refusal(limit, "5")).isEqualTo("kiosk.noMoreTickets");
  }

  @Test
  void aRequestThatIsTooSoonDoesNotCountForTheHour() {
    TicketLimit limit = limit(2);
    isNew(limit, "one");

    for (int i = 0; i < 10; i++) {
      assertThat(refusal(limit, "two")).isEqualTo("request.tooMany");
    }
    time.passes(APART);
    assertThat(isNew(limit, "two")).isTrue();
  }

  @Test
  void repetitionsAndRefusalsCostNothing() {
    TicketLimit limit = limit(2);
    isNew(limit, "one");
    time.passes(APART);
    for (int i = 0; i < 10; i++) {
      assertThat(isNew(limit, "one")).isFalse();
      issuing.open = false;
      assertThat(refusal(limit, "two")).isEqualTo("office.closed");
      issuing.open = true;
    }

    assertThat(isNew(limit, "two")).isTrue();
  }
}
