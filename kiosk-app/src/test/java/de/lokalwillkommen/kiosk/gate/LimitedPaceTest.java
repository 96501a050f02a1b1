package de.lokalwillkommen.kiosk.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.kernel.Refused;
import de.lokalwillkommen.core.ticketing.IssuingTickets;
import de.lokalwillkommen.core.ticketing.TicketRequest;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LimitedPaceTest {

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

  private TicketPace pace(int perHour) {
    return new LimitedPace(APART, perHour, time);
  }

  /** Issues once for every key, while it is open. */
  private static final class Issuing extends IssuingTickets {

    private final Set<String> keys = new HashSet<>();
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

  private boolean isNew(TicketPace pace, String key) {
    TicketRequest request = new TicketRequest("housing", "de", Optional.empty(), Optional.of(key));
    return pace.issue(issuing, "hoerde", request).isNew();
  }

  private String refusal(TicketPace pace, String key) {
    return catchThrowableOfType(Refused.class, () -> isNew(pace, key)).refusal().key();
  }

  @Test
  void aRequestWhoseAnswerWasLostIsAnsweredAgainHoweverSoon() {
    TicketPace pace = pace(2);

    assertThat(isNew(pace, "one")).isTrue();
    assertThat(isNew(pace, "one")).isFalse();
    assertThat(isNew(pace, "one")).isFalse();
    assertThat(refusal(pace, "two")).isEqualTo("request.tooMany");

    time.passes(APART.minusMillis(1));
    assertThat(refusal(pace, "two")).isEqualTo("request.tooMany");
    time.passes(Duration.ofMillis(1));
    assertThat(isNew(pace, "two")).isTrue();
  }

  @Test
  void afterTheLastTicketOfTheHourThatIsSaidAndEarlierOnesAreStillAnswered() {
    TicketPace pace = pace(3);
    for (String key : new String[] {"1", "2", "3"}) {
      assertThat(isNew(pace, key)).isTrue();
      time.passes(APART);
    }

    assertThat(refusal(pace, "4")).isEqualTo("kiosk.noMoreTickets");
    assertThat(isNew(pace, "2")).isFalse();
    time.passes(Duration.ofHours(1));
    assertThat(isNew(pace, "4")).isTrue();
  }

  @Test
  void theHourOfAKioskIsSixtyMinutesFromTheFirstTicketAndThenAllOfThemAreThereAgain() {
    TicketPace pace = pace(2);
    isNew(pace, "1");
    time.passes(APART);
    isNew(pace, "2");

    time.passes(Duration.ofHours(1).minus(APART).minusMillis(1));
    assertThat(refusal(pace, "3")).isEqualTo("kiosk.noMoreTickets");
    time.passes(Duration.ofMillis(1));
    assertThat(isNew(pace, "3")).isTrue();
    time.passes(APART);
    assertThat(isNew(pace, "4")).isTrue();
    time.passes(APART);
    assertThat(refusal(pace, "5")).isEqualTo("kiosk.noMoreTickets");
  }

  @Test
  void whatIsTooSoonIsNotOneOfTheHour() {
    TicketPace pace = pace(2);
    isNew(pace, "one");

    for (int i = 0; i < 10; i++) {
      assertThat(refusal(pace, "two")).isEqualTo("request.tooMany");
    }
    time.passes(APART);
    assertThat(isNew(pace, "two")).isTrue();
  }

  @Test
  void repetitionsAndRefusalsCostNothing() {
    TicketPace pace = pace(2);
    isNew(pace, "one");
    time.passes(APART);
    for (int i = 0; i < 10; i++) {
      assertThat(isNew(pace, "one")).isFalse();
      issuing.open = false;
      assertThat(refusal(pace, "two")).isEqualTo("office.closed");
      issuing.open = true;
    }

    assertThat(isNew(pace, "two")).isTrue();
  }
}
