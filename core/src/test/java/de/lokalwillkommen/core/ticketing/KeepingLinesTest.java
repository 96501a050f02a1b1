package de.lokalwillkommen.core.ticketing;

import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.core.offices.OfficeFixture;
import de.lokalwillkommen.core.staff.CounterShift;
import de.lokalwillkommen.core.staff.Skills;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** An office that is open on Mondays from nine to twelve; it is ten. */
class KeepingLinesTest {

  private static final Duration UNTIL_ONE = Duration.ofHours(3);

  private final TicketingOffice office = new TicketingOffice(OfficeFixture.eving());
  private final TicketView waiting = office.visitorIn("eving", OfficeFixture.HOUSING, "de");

  private TicketStatus status(TicketView ticket) {
    return office.tickets.get(ticket.id()).status();
  }

  @Test
  void aVisitorIsNotKeptWaitingInVain() {
    TicketView away = office.visitorIn("eving", OfficeFixture.HOUSING, "de");
    office.following.comeLater(office.following.tokenFor(away.id()), 60);
    office.clock.passes(UNTIL_ONE);

    office.keeping.tend("eving");

    assertThat(status(waiting)).isEqualTo(TicketStatus.EXPIRED);
    assertThat(status(away)).isEqualTo(TicketStatus.EXPIRED);
    assertThat(office.lines.find("eving").orElseThrow().waiting()).isZero();
  }

  @Test
  void forAnHourAfterClosingAllStay() {
    office.clock.passes(UNTIL_ONE.minusSeconds(1));

    office.keeping.tend("eving");

    assertThat(status(waiting)).isEqualTo(TicketStatus.WAITING);
  }

  @Test
  void whileACounterIsStaffedAllStay() {
    office.staff.add(
        new CounterShift("eving", 201, 1, new Skills(Set.of(), Set.of()), office.clock.instant()));
    office.clock.passes(UNTIL_ONE);

    office.keeping.tend("eving");

    assertThat(status(waiting)).isEqualTo(TicketStatus.WAITING);
  }

  @Test
  void aVisitorWithAnAppointmentStaysUntilTheDayIsOver() {
    office.clock.passes(UNTIL_ONE);
    Instant slot = office.clock.instant().plus(Duration.ofMinutes(10));
    TicketRequest request =
        new TicketRequest(OfficeFixture.HOUSING, "de", Optional.empty(), Optional.empty());
    TicketView booked =
        office.issuing.atCheckIn("eving", request, slot, office.clock.instant(), Actor.KIOSK);

    office.keeping.tend("eving");

    assertThat(status(booked)).isEqualTo(TicketStatus.WAITING);
  }

  @Test
  void aTicketExpiredByAClockThatWasAheadIsBackOnceItIsCorrected() {
    office.clock.passes(UNTIL_ONE);
    office.keeping.tend("eving");
    assertThat(status(waiting)).isEqualTo(TicketStatus.EXPIRED);

    office.clock.passes(UNTIL_ONE.negated());
    office.keeping.tend("eving");

    assertThat(status(waiting)).isEqualTo(TicketStatus.WAITING);
    assertThat(office.lines.find("eving").orElseThrow().waiting()).isOne();
  }

  @Test
  void anExpiryByAServerSomeSecondsAheadStays() {
    office.clock.passes(UNTIL_ONE);
    office.keeping.tend("eving");

    office.clock.passes(Duration.ofSeconds(-20));
    office.keeping.tend("eving");

    assertThat(status(waiting)).isEqualTo(TicketStatus.EXPIRED);
  }

  @Test
  void aLineWithoutDueWorkIsNotLocked() {
    office.clock.passes(UNTIL_ONE);
    office.keeping.tend("eving");
    office.clock.passes(UNTIL_ONE.negated());
    office.keeping.tend("eving");
    List<String> held = new ArrayList<>();
    office.lines.whileWaiting(() -> held.add("eving"));

    office.keeping.tend("eving");

    assertThat(held).isEmpty();
  }

  @Test
  void norIsALineThatAnotherServerHasAlreadyTurnedToTheNextDay() {
    Instant midnight = Instant.parse("2026-11-23T23:00:00Z");
    office.clock.is(midnight.plusSeconds(1));
    office.keeping.tend("eving");
    office.clock.is(midnight.minusSeconds(9));
    List<String> held = new ArrayList<>();
    office.lines.whileWaiting(() -> held.add("eving"));

    office.keeping.tend("eving");

    assertThat(held).isEmpty();
  }
}
