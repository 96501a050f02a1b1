package de.lokalwillkommen.core.ticketing;

import static de.lokalwillkommen.core.offices.OfficeFixture.COUNTER_1;
import static de.lokalwillkommen.core.offices.OfficeFixture.HOUSING;
import static de.lokalwillkommen.core.ticketing.TicketFixture.TEN;
import static de.lokalwillkommen.core.ticketing.TicketFixture.request;
import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.core.kernel.RecordedEvents;
import de.lokalwillkommen.core.kernel.TestClock;
import de.lokalwillkommen.core.kernel.TestDatabase;
import de.lokalwillkommen.core.staff.Desks;
import de.lokalwillkommen.core.staff.InMemoryStaff;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A clock that was ahead and trusted is corrected: the day that it had ended goes on. */
class ClockPutRightTest {

  private static final Duration DAY = Duration.ofDays(1);
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  private final TestClock clock = new TestClock(TEN);
  private final RecordedEvents events = new RecordedEvents();

  private TicketView visitor(TestDatabase database) {
    clock.passes(Duration.ofSeconds(1));
    return database.transaction(
        em ->
            TicketingDatabase.issuing(em, events, clock)
                .walkIn("hoerde", request(HOUSING, "de", null))
                .ticket());
  }

  private void tend(TestDatabase database) {
    database.transaction(
        em -> {
          new KeepingLines(
                  TicketingDatabase.OFFICES,
                  new JpaOfficeLines(em),
                  TicketingDatabase.tickets(em),
                  TicketingDatabase.todaysLine(em, events),
                  new Desks(new InMemoryStaff(), clock),
                  clock)
              .tend("hoerde");
          return null;
        });
  }

  private void call(TestDatabase database, TicketView ticket) {
    database.transaction(
        em -> {
          TodaysLine today = TicketingDatabase.todaysLine(em, events);
          OfficeLine line = today.open(TicketingDatabase.OFFICES.get("hoerde"), clock.instant());
          Ticket own = today.getIn(line, ticket.id());
          today.note(line, own, own.callTo(COUNTER_1, line.nextCall(), clock.instant()));
          return null;
        });
  }

  private static Ticket read(EntityManager em, TicketView ticket) {
    return TicketingDatabase.tickets(em).get(ticket.id());
  }

  private static TicketStatus status(TestDatabase database, TicketView ticket) {
    return database.transaction(em -> read(em, ticket).status());
  }

  private static List<TicketAction> history(TestDatabase database, TicketView ticket) {
    return database.transaction(
        em ->
            TicketingDatabase.tickets(em).listEvents(ticket.id()).stream()
                .map(TicketEvent::action)
                .toList());
  }

  private static List<String> waiting(TestDatabase database) {
    return database.transaction(
        em ->
            TicketingDatabase.tickets(em).listWaiting("hoerde", TODAY, 0, 50).stream()
                .map(t -> t.number().toString())
                .toList());
  }

  private static OfficeLine line(TestDatabase database) {
    return database.transaction(em -> new JpaOfficeLines(em).find("hoerde").orElseThrow());
  }

  @ParameterizedTest
  @EnumSource
  void aTicketThatItExpiredIsBack(TestDatabase database) {
    TicketingDatabase.reset(database);
    TicketView called = visitor(database);
    TicketView waiting = visitor(database);
    call(database, called);
    clock.passes(DAY);
    tend(database);
    assertThat(status(database, waiting)).isEqualTo(TicketStatus.EXPIRED);
    assertThat(status(database, called)).isEqualTo(TicketStatus.NO_SHOW);

    clock.passes(DAY.negated());
    tend(database);

    assertThat(status(database, waiting)).isEqualTo(TicketStatus.WAITING);
    assertThat(status(database, called)).isEqualTo(TicketStatus.CALLED);
    assertThat(history(database, waiting))
        .as("in the order of what the clock showed")
        .containsExactly(TicketAction.ISSUE, TicketAction.REOPEN, TicketAction.EXPIRE);
    assertThat(line(database).day()).isEqualTo(TODAY);
    assertThat(line(database).waiting()).isOne();
    assertThat(visitor(database).number()).isEqualTo("A003");
  }

  @ParameterizedTest
  @EnumSource
  void aTicketOfALaterDayStandsInTodaysLine(TestDatabase database) {
    TicketingDatabase.reset(database);
    visitor(database);
    clock.passes(DAY);
    TicketView clash = visitor(database);
    TicketView free = visitor(database);
    call(database, free);

    clock.passes(DAY.negated());
    tend(database);

    assertThat(waiting(database)).containsExactly("A001", "A003");
    database.transaction(
        em -> {
          assertThat(read(em, clash).number()).hasToString("A003");
          assertThat(read(em, free).number()).hasToString("A002");
          assertThat(read(em, free).status()).isEqualTo(TicketStatus.CALLED);
          assertThat(read(em, free).calledAt()).contains(clock.instant());
          assertThat(TicketingDatabase.tickets(em).listEvents(clash.id()))
              .filteredOn(event -> event.action() == TicketAction.REDATE)
              .singleElement()
              .satisfies(event -> assertThat(event.reason()).contains("A001"));
          return null;
        });
    assertThat(line(database).waiting()).isEqualTo(2);
    assertThat(visitor(database).number()).isEqualTo("A004");
  }

  @ParameterizedTest
  @EnumSource
  void theNextTicketIsOfTodayBeforeAnyJobHasRun(TestDatabase database) {
    TicketingDatabase.reset(database);
    visitor(database);
    clock.passes(DAY);
    visitor(database);
    clock.passes(DAY.negated());

    assertThat(visitor(database).number()).isEqualTo("A003");
    assertThat(waiting(database)).containsExactly("A001", "A002", "A003");
  }

  @ParameterizedTest
  @EnumSource
  void aTicketThatWasLeftOrServedStaysSo(TestDatabase database) {
    TicketingDatabase.reset(database);
    TicketView left = visitor(database);
    database.transaction(
        em -> {
          TodaysLine today = TicketingDatabase.todaysLine(em, events);
          OfficeLine line = today.open(TicketingDatabase.OFFICES.get("hoerde"), clock.instant());
          Ticket own = today.getIn(line, left.id());
          today.note(line, own, own.cancel(Actor.VISITOR, clock.instant()));
          return null;
        });
    clock.passes(DAY);
    visitor(database);
    clock.passes(DAY.negated());
    tend(database);

    assertThat(status(database, left)).isEqualTo(TicketStatus.CANCELLED);
  }

  @ParameterizedTest
  @EnumSource
  void aLaterVisitorStandsLaterAlsoWhenTheClockIsSetBack(TestDatabase database) {
    TicketingDatabase.reset(database);
    visitor(database);
    visitor(database);
    clock.passes(Duration.ofHours(-2));
    visitor(database);
    visitor(database);

    assertThat(waiting(database)).containsExactly("A001", "A002", "A003", "A004");
  }
}
