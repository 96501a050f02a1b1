package de.lokalwillkommen.core.ticketing;

import static de.lokalwillkommen.core.offices.OfficeFixture.HOUSING;
import static de.lokalwillkommen.core.offices.OfficeFixture.eving;
import static de.lokalwillkommen.core.offices.OfficeFixture.hoerde;
import static de.lokalwillkommen.core.ticketing.TicketFixture.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.lokalwillkommen.core.kernel.Refused;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a clock that was a day ahead has done to a line, and how that is undone. */
class ClockAheadTest {

  private static final Duration DAY = Duration.ofDays(1);
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final long ROOM_1 = 101;

  private final TicketingOffice office = new TicketingOffice(hoerde(), eving());

  private Ticket ticket(TicketView view) {
    return office.tickets.get(view.id());
  }

  private OfficeLine line() {
    return office.lines.find("hoerde").orElseThrow();
  }

  private TicketView checkedIn() {
    Instant now = office.clock.instant();
    return office.issuing.atCheckIn("hoerde", request(HOUSING, "de", null), now, now, Actor.KIOSK);
  }

  private List<TicketAction> history(TicketView view) {
    return office.tickets.listEvents(view.id()).stream().map(TicketEvent::action).toList();
  }

  @Test
  void endsEverythingAndAllOfItIsUndone() {
    TicketView called = office.visitor();
    TicketView served = office.visitor();
    TicketView parked = office.visitor();
    TicketView waiting = office.visitor();
    office.callTo(called, ROOM_1);
    office.callTo(served, ROOM_1 + 1);
    Ticket atCounter = ticket(served);
    office.todaysLine.note(line(), atCounter, atCounter.start(office.clock.instant()));
    office.following.comeLater(office.following.tokenFor(parked.id()), 30);
    office.clock.passes(DAY);
    office.keeping.tend("hoerde");
    assertThat(line().waiting()).isZero();
    assertThat(List.of(called, served, parked, waiting))
        .extracting(view -> ticket(view).status())
        .containsExactly(
            TicketStatus.NO_SHOW, TicketStatus.DONE, TicketStatus.EXPIRED, TicketStatus.EXPIRED);

    office.clock.passes(DAY.negated());
    office.keeping.tend("hoerde");

    assertThat(List.of(called, served, parked, waiting))
        .extracting(view -> ticket(view).status())
        .containsExactly(
            TicketStatus.CALLED, TicketStatus.SERVING, TicketStatus.WAITING, TicketStatus.WAITING);
    assertThat(ticket(called).counter()).contains(ROOM_1);
    assertThat(ticket(called).calledAt()).contains(office.clock.instant());
    assertThat(ticket(served).servingSince()).contains(office.clock.instant());
    assertThat(ticket(waiting).endedAt()).isEmpty();
    assertThat(history(waiting))
        .containsExactly(TicketAction.ISSUE, TicketAction.EXPIRE, TicketAction.REOPEN);
    assertThat(line().day()).isEqualTo(TODAY);
    assertThat(line().waiting()).isEqualTo(2);
    assertThat(office.visitor().number()).isEqualTo("A005");
    office.callTo(waiting, ROOM_1);
    assertThat(ticket(waiting).callSeq()).contains(3L);
  }

  @Test
  void givesNumbersOfTomorrowWhichMoveToTodayWithoutClashing() {
    office.visitor();
    checkedIn();
    office.clock.passes(DAY);
    TicketView clash = office.visitor();
    TicketView free = office.visitor();
    TicketView booked = checkedIn();
    office.callTo(free, ROOM_1);
    office.clock.passes(DAY.negated());

    office.keeping.tend("hoerde");

    assertThat(ticket(clash).number()).hasToString("A003");
    assertThat(ticket(free).number()).hasToString("A002");
    assertThat(ticket(booked).number()).hasToString("T002");
    assertThat(office.tickets.listEvents(clash.id()))
        .last()
        .satisfies(
            event -> {
              assertThat(event.action()).isEqualTo(TicketAction.REDATE);
              assertThat(event.actor()).isEqualTo(Actor.SCHEDULE);
              assertThat(event.reason()).contains("A001");
            });
    assertThat(List.of(ticket(clash), ticket(free), ticket(booked)))
        .allSatisfy(
            moved -> {
              assertThat(moved.day()).isEqualTo(TODAY);
              assertThat(moved.issuedAt()).isEqualTo(office.clock.instant());
              assertThat(moved.key()).isEqualTo(office.clock.instant());
              assertThat(moved.since()).isEqualTo(office.clock.instant());
            });
    assertThat(ticket(free).calledAt()).contains(office.clock.instant());
    assertThat(office.visitor().number()).isEqualTo("A004");
    assertThat(checkedIn().number()).isEqualTo("T003");
  }

  @Test
  void parksUntilTomorrowWhichIsUntilNow() {
    office.clock.passes(DAY);
    TicketView parked = office.visitor();
    office.following.comeLater(office.following.tokenFor(parked.id()), 30);
    office.clock.passes(DAY.negated());

    office.keeping.tend("hoerde");

    assertThat(ticket(parked).day()).isEqualTo(TODAY);
    assertThat(ticket(parked).backAt().isEmpty()).isTrue();
    assertThat(ticket(parked).status()).isEqualTo(TicketStatus.WAITING);
  }

  @Test
  void onlyTicketsThatItHasEndedAreReopened() {
    TicketView left = office.visitor();
    office.following.leave(office.following.tokenFor(left.id()));
    TicketEvent last = office.tickets.listEvents(left.id()).get(1);

    assertThatThrownBy(() -> ticket(left).reopen(last, office.clock.instant()))
        .isInstanceOf(Refused.class);
    office.clock.passes(DAY);
    office.visitor();
    office.clock.passes(DAY.negated());
    office.keeping.tend("hoerde");

    assertThat(ticket(left).status()).isEqualTo(TicketStatus.CANCELLED);
    assertThat(history(left)).doesNotContain(TicketAction.REOPEN);
  }

  @Test
  void aTicketOfAnotherOfficeKeepsItsNumberUnlessThatOfficeHasGivenItToday() {
    office.clock.passes(DAY);
    TicketView brought = office.visitorIn("hoerde", HOUSING, "de");
    Ticket own = ticket(brought);
    office.bring(brought, "eving");
    office.clock.passes(DAY.negated());
    office.visitorIn("eving", HOUSING, "de");

    assertThat(own.number()).hasToString("A001");
    assertThat(own.broughtFrom()).contains("hoerde");
    assertThat(own.day()).isEqualTo(TODAY);
    assertThat(office.lines.find("eving").orElseThrow().waiting()).isEqualTo(2);
  }
}
