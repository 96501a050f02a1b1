package de.lokalwillkommen.core.overseeing;

import static de.lokalwillkommen.core.booking.BookingOffice.hours;
import static de.lokalwillkommen.core.kernel.AtOnce.race;
import static de.lokalwillkommen.core.ticketing.TicketFixture.TEN;
import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.core.booking.BookingDatabase;
import de.lokalwillkommen.core.booking.BookingOffice;
import de.lokalwillkommen.core.dayorders.DayOrders;
import de.lokalwillkommen.core.dayorders.DayOrdersFixture;
import de.lokalwillkommen.core.dayorders.StopReason;
import de.lokalwillkommen.core.kernel.RecordedEvents;
import de.lokalwillkommen.core.kernel.Refused;
import de.lokalwillkommen.core.kernel.TestClock;
import de.lokalwillkommen.core.kernel.TestDatabase;
import de.lokalwillkommen.core.offices.Office;
import de.lokalwillkommen.core.offices.OfficeFixture;
import de.lokalwillkommen.core.offices.Offices;
import de.lokalwillkommen.core.staff.Role;
import de.lokalwillkommen.core.staff.SignedIn;
import de.lokalwillkommen.core.ticketing.IssuingTickets;
import de.lokalwillkommen.core.ticketing.TicketChanged;
import de.lokalwillkommen.core.ticketing.TicketFixture;
import de.lokalwillkommen.core.ticketing.TicketingDatabase;
import jakarta.persistence.EntityManager;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Orders and visitors at the same moment, with real threads against real databases. */
class OrdersRaceTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final OrdersSeen NOTHING = new OrdersSeen(TODAY, 0);
  private static final int ELEVEN = 11 * 60;
  private static final int KIOSKS = 8;
  private static final int EACH = 10;

  private final TestClock clock = new TestClock(TEN);
  private final RecordedEvents events = new RecordedEvents();
  private final SignedIn lead =
      new SignedIn(
          7, "x", "X", Set.of(Role.OFFICE_LEAD), Optional.of("hoerde"), Optional.empty(), "csrf");

  /** The office as a server has it that has not heard of the order yet. */
  private static Offices stale(EntityManager entities) {
    return new Offices() {
      @Override
      public List<Office> list() {
        return List.of(OfficeFixture.hoerde());
      }

      @Override
      public DayOrders ordersOf(Office office, LocalDate day) {
        return DayOrdersFixture.days(entities).ordersOf(office.id(), day);
      }
    };
  }

  private OrderingToday ordering(EntityManager entities) {
    BookingOffice booking = BookingDatabase.over(entities, events, clock);
    return new OrderingToday(
        booking.arrangements,
        DayOrdersFixture.days(entities),
        booking.book,
        booking.line,
        TicketingDatabase.tickets(entities),
        booking.known,
        events,
        clock);
  }

  private static void reset(TestDatabase database) {
    BookingDatabase.reset(database, hours(DayOfWeek.MONDAY, 11, 15, 2));
    database.execute(
        List.of(
            "insert into opening_rule (id, office_id, weekday, opens_minute, closes_minute,"
                + " every_weeks, anchor) values (9001,'hoerde',1,0,1440,1,'2026-11-02')"));
  }

  private static String answer(Supplier<String> work) {
    try {
      return work.get();
    } catch (Refused refused) {
      return refused.refusal().key();
    }
  }

  private String number(TestDatabase database) {
    return answer(
        () ->
            database.transaction(
                em ->
                    new IssuingTickets(
                            stale(em),
                            TicketingDatabase.tickets(em),
                            TicketingDatabase.todaysLine(em, events),
                            clock)
                        .walkIn("hoerde", TicketFixture.request(OfficeFixture.HOUSING, "de", null))
                        .ticket()
                        .number()));
  }

  private String stop(TestDatabase database) {
    return answer(
        () ->
            database.transaction(
                em -> {
                  ordering(em).stop(lead, "hoerde", NOTHING, StopReason.UNTOLD);
                  return "stopped at "
                      + TicketingDatabase.todaysLine(em, events)
                          .open(OfficeFixture.hoerde(), clock.instant())
                          .version();
                }));
  }

  @ParameterizedTest
  @EnumSource
  void aNumberIsGivenBeforeTheOrderOrNotAtAll(TestDatabase database) throws Exception {
    reset(database);

    List<List<String>> answers =
        race(
            KIOSKS + 1,
            thread ->
                thread == KIOSKS
                    ? () -> List.of(stop(database))
                    : () -> IntStream.range(0, EACH).mapToObj(i -> number(database)).toList());

    List<String> all = answers.stream().flatMap(List::stream).toList();
    long stoppedAt =
        all.stream()
            .filter(a -> a.startsWith("stopped at "))
            .map(a -> Long.parseLong(a.substring(11)))
            .findFirst()
            .orElseThrow();
    List<String> given = all.stream().filter(a -> a.startsWith("A")).toList();
    assertThat(all.stream().filter(a -> !a.startsWith("A") && !a.startsWith("stopped")))
        .hasSize(KIOSKS * EACH - given.size())
        .allMatch("office.stopped"::equals);
    // each number has a version of the line, and all of them come before that of the order
    assertThat(given).hasSize((int) stoppedAt - 1);
    assertThat(events.published(TicketChanged.class))
        .allMatch(change -> change.version() < stoppedAt);
  }

  @ParameterizedTest
  @EnumSource
  void ofTwoLeadsAtOnceOneIsTold(TestDatabase database) throws Exception {
    reset(database);

    List<String> answers = race(4, () -> stop(database));

    assertThat(answers).filteredOn(a -> a.startsWith("stopped")).hasSize(1);
    assertThat(answers).filteredOn("day.changedMeanwhile"::equals).hasSize(3);
  }

  @ParameterizedTest
  @EnumSource
  void nobodyBooksATimeThatAnEarlierClosingTakes(TestDatabase database) throws Exception {
    for (int round = 0; round < 10; round++) {
      reset(database);

      List<String> answers =
          race(2, thread -> thread == 0 ? () -> book(database) : () -> close(database));

      assertThat(answers)
          .isIn(
              List.of("booked", "1 booked after closing"), List.of("slot.taken", "closes earlier"));
    }
  }

  private String book(TestDatabase database) {
    return answer(
        () ->
            database.transaction(
                em -> {
                  BookingDatabase.over(em, events, clock)
                      .booked("hoerde", TEN.plus(Duration.ofHours(1)));
                  return "booked";
                }));
  }

  private String close(TestDatabase database) {
    return answer(
        () ->
            database.transaction(
                em ->
                    ordering(em)
                        .closeAt(lead, "hoerde", NOTHING, Optional.of(ELEVEN), Optional.empty())
                        .map(impact -> impact.booked().size() + " booked after closing")
                        .orElse("closes earlier")));
  }
}
