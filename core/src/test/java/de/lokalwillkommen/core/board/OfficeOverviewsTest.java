package de.lokalwillkommen.core.board;

import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.core.dayorders.DayOrders;
import de.lokalwillkommen.core.dayorders.StopReason;
import de.lokalwillkommen.core.forecast.Estimate;
import de.lokalwillkommen.core.forecast.Estimates;
import de.lokalwillkommen.core.kernel.TestClock;
import de.lokalwillkommen.core.offices.Office;
import de.lokalwillkommen.core.offices.OfficeFixture;
import de.lokalwillkommen.core.ticketing.InMemoryOfficeLines;
import de.lokalwillkommen.core.ticketing.TicketFixture;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OfficeOverviewsTest {

  /**
   * A Monday at ten; Eving closes at noon and gives its last ticket a quarter of an hour before.
   */
  private final TestClock clock = new TestClock(TicketFixture.TEN);

  private final Map<String, Integer> minutes = new HashMap<>(Map.of("hoerde", 40, "eving", 20));

  private final Office eving =
      OfficeFixture.eving().withLastTicketBeforeClosing(Duration.ofMinutes(15));

  private final OfficeOverviews overviews =
      new OfficeOverviews(
          OfficeFixture.offices(OfficeFixture.hoerde(), eving),
          new InMemoryOfficeLines(),
          new Estimates() {
            @Override
            public Optional<Estimate> findForVisitorBehind(int ahead, String office) {
              return Optional.ofNullable(minutes.get(office))
                  .map(to -> new Estimate(Duration.ZERO, Duration.ofMinutes(to), clock.instant()));
            }
          },
          clock);

  @Test
  void elsewhereIsEveryOtherOfficeTheShortestWaitFirst() {
    assertThat(overviews.listElsewhere("dorstfeld"))
        .extracting(OfficeOverview::office)
        .containsExactly("eving", "hoerde");
    assertThat(overviews.listElsewhere("eving"))
        .extracting(OfficeOverview::office)
        .containsExactly("hoerde");
  }

  @Test
  void anOfficeThatIsClosedForGoodIsListedNoMore() {
    eving.closeForGood(Optional.of(LocalDate.ofInstant(clock.instant(), OfficeFixture.BERLIN)));

    assertThat(overviews.list()).extracting(OfficeOverview::office).containsExactly("hoerde");
    assertThat(overviews.get("eving").ended()).isTrue();
    assertThat(overviews.get("eving").objection().orElseThrow().key()).isEqualTo("office.ended");

    eving.closeForGood(Optional.of(LocalDate.of(2099, 1, 1)));
    assertThat(overviews.get("eving").ended()).isFalse();
    assertThat(overviews.list()).hasSize(2);
  }

  @Test
  void anOfficeWithoutMoreNumbersTodayIsOfferedNowhereAndTellsWhenItOpensNext() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), OfficeFixture.BERLIN);
    assertThat(overviews.get("eving").walkIns()).isEqualTo(WalkIns.ADMITTED);

    eving.ordered(List.of(DayOrders.none(today).withStop(Optional.of(StopReason.MANY_WAIT))));

    OfficeOverview stopped = overviews.get("eving");
    assertThat(stopped.open()).isTrue();
    assertThat(stopped.walkIns()).isEqualTo(WalkIns.OVER);
    assertThat(stopped.estimate()).isEmpty();
    assertThat(stopped.opensAt()).contains(Instant.parse("2026-11-30T08:00:00Z"));
    assertThat(overviews.listElsewhere("dorstfeld"))
        .extracting(OfficeOverview::office)
        .containsExactly("hoerde");
  }

  @Test
  void anotherClosingTimeIsThatOfTheOverview() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), OfficeFixture.BERLIN);

    eving.ordered(List.of(DayOrders.none(today).withClosing(Optional.of(13 * 60))));

    assertThat(overviews.get("eving").closesAt()).contains(Instant.parse("2026-11-23T12:00:00Z"));

    eving.ordered(List.of(DayOrders.none(today).withClosing(Optional.of(9 * 60 + 30))));

    assertThat(overviews.get("eving").open()).isFalse();
    assertThat(overviews.get("eving").walkIns()).isEqualTo(WalkIns.CLOSED);
  }

  @Test
  void anOfficeInWhichAsManyWaitAsMayIsFull() {
    eving.withWaitingLimit(0);

    assertThat(overviews.get("eving").walkIns()).isEqualTo(WalkIns.FULL);
    assertThat(overviews.get("eving").estimate()).isPresent();
  }

  @Test
  void officesWithoutAnEstimateComeLast() {
    minutes.remove("eving");

    assertThat(overviews.listElsewhere("dorstfeld"))
        .extracting(OfficeOverview::office)
        .containsExactly("hoerde", "eving");
  }

  @Test
  void anOfficeThatIssuesNoMoreTicketsIsNoAlternative() {
    clock.passes(Duration.ofMinutes(110));

    assertThat(overviews.get("eving").open()).isTrue();
    assertThat(overviews.get("eving").walkIns()).isEqualTo(WalkIns.OVER);
    assertThat(overviews.get("eving").estimate()).isEmpty();
    assertThat(overviews.listElsewhere("dorstfeld"))
        .extracting(OfficeOverview::office)
        .containsExactly("hoerde");
  }
}
