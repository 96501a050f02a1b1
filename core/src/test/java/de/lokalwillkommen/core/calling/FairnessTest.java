package de.lokalwillkommen.core.calling;

import static de.lokalwillkommen.core.offices.OfficeFixture.COUNTER_1;
import static de.lokalwillkommen.core.offices.OfficeFixture.HOUSING;
import static de.lokalwillkommen.core.offices.OfficeFixture.hoerde;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import de.lokalwillkommen.core.calling.SimulatedDay.Served;
import de.lokalwillkommen.core.calling.SimulatedDay.Visit;
import de.lokalwillkommen.core.staff.Desks;
import de.lokalwillkommen.core.staff.InMemoryStaff;
import de.lokalwillkommen.core.staff.Role;
import de.lokalwillkommen.core.staff.SignedIn;
import de.lokalwillkommen.core.ticketing.Actor;
import de.lokalwillkommen.core.ticketing.TicketFixture;
import de.lokalwillkommen.core.ticketing.TicketView;
import de.lokalwillkommen.core.ticketing.TicketingOffice;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The effect of the credit on visitors with and without an appointment, over many simulated days.
 * The expected means come from 60,000 days of the same model, computed outside this product.
 */
class FairnessTest {

  private static final int DAYS = 30_000;
  private static final int DAYS_THROUGH_THE_PRODUCT = 150;
  private static final long SEED = 20_261_123;

  private final SplittableRandom random = new SplittableRandom(SEED);

  private static CallingOrder order(int creditMinutes) {
    return new CallingOrder(Duration.ofMinutes(creditMinutes), Duration.ofMinutes(15));
  }

  @ParameterizedTest
  @CsvSource({"0, 21.0, 29.4", "10, 17.1, 31.4", "20, 14.0, 33.1", "30, 11.6, 34.4"})
  void theCreditMovesTheMeanWaitsAsTheModelSays(
      int credit, double ofAppointments, double ofWalkIns) {
    double[] minutes = new double[2];
    int[] visits = new int[2];

    for (int day = 0; day < DAYS; day++) {
      for (Served served : SimulatedDay.drawn(random).through(new Keys(order(credit)))) {
        int kind = served.visit().slot().isPresent() ? 0 : 1;
        minutes[kind] += served.waited().toSeconds() / 60.0;
        visits[kind]++;
      }
    }

    assertThat(minutes[0] / visits[0]).isCloseTo(ofAppointments, withinPercentage(3));
    assertThat(minutes[1] / visits[1]).isCloseTo(ofWalkIns, withinPercentage(3));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 10, 20, 30})
  void theLineOfTheOfficeCallsInExactlyThisOrder(int credit) {
    for (int day = 0; day < DAYS_THROUGH_THE_PRODUCT; day++) {
      SimulatedDay comers = SimulatedDay.drawn(random);

      List<Served> inTheOffice = comers.through(new OfficeLine(order(credit)));

      assertThat(inTheOffice).isEqualTo(comers.through(new Keys(order(credit))));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 10, 20, 30})
  void aWalkInIsOvertakenOnlyByAppointmentsWithASmallerKey(int credit) {
    CallingOrder order = order(credit);
    int overtaken = 0;
    for (int day = 0; day < DAYS_THROUGH_THE_PRODUCT; day++) {
      List<Served> calls = SimulatedDay.drawn(random).through(new OfficeLine(order));
      for (int later = 0; later < calls.size(); later++) {
        Visit walkIn = calls.get(later).visit();
        if (walkIn.slot().isEmpty()) {
          for (Served before : calls.subList(0, later)) {
            Visit other = before.visit();
            if (other.arrival().isAfter(walkIn.arrival())) {
              overtaken++;
              assertThat(keyOf(order, other)).isBeforeOrEqualTo(keyOf(order, walkIn));
            }
          }
        }
      }
    }
    assertThat(overtaken > 0).isEqualTo(credit > 0);
  }

  private static Instant keyOf(CallingOrder order, Visit visit) {
    return visit
        .slot()
        .map(slot -> order.keyOfAppointment(visit.arrival(), slot))
        .orElseGet(() -> visit.arrival());
  }

  /** The plain rule: the smallest key first, then by arrival. */
  private static final class Keys implements SimulatedDay.Line {

    private record Waiting(Visit visit, Instant key, int joined) {}

    private final CallingOrder order;
    private final PriorityQueue<Waiting> waiting =
        new PriorityQueue<>(Comparator.comparing(Waiting::key).thenComparing(Waiting::joined));
    private int joined;

    Keys(CallingOrder order) {
      this.order = order;
    }

    @Override
    public void join(Visit visit) {
      waiting.add(new Waiting(visit, keyOf(order, visit), joined++));
    }

    @Override
    public Optional<Visit> next(Instant now, int counter) {
      return Optional.ofNullable(waiting.poll()).map(Waiting::visit);
    }
  }

  /** The line of the product: tickets, numbers, routing. */
  private static final class OfficeLine implements SimulatedDay.Line {

    private final CallingOrder order;
    private final TicketingOffice office = new TicketingOffice(hoerde());
    private final CallingTickets calling =
        CallingFixture.calling(office, new Desks(new InMemoryStaff(), office.clock));
    private final Map<Long, Visit> visits = new HashMap<>();

    OfficeLine(CallingOrder order) {
      this.order = order;
    }

    @Override
    public void join(Visit visit) {
      office.clock.is(visit.arrival());
      TicketView ticket =
          visit.slot().map(slot -> checkIn(slot, keyOf(order, visit))).orElseGet(office::visitor);
      visits.put(ticket.id(), visit);
    }

    private TicketView checkIn(Instant slot, Instant key) {
      return office.issuing.atCheckIn(
          "hoerde", TicketFixture.request(HOUSING, "de", null), slot, key, Actor.KIOSK);
    }

    @Override
    public Optional<Visit> next(Instant now, int counter) {
      office.clock.is(now);
      long place = COUNTER_1 + counter;
      SignedIn me =
          new SignedIn(
              1,
              "counsellor",
              "Beratung",
              Set.of(Role.COUNSELLOR),
              Optional.of("hoerde"),
              Optional.of(place),
              "csrf");
      return calling.next(me, place).map(TicketView::id).map(visits::get);
    }
  }
}
