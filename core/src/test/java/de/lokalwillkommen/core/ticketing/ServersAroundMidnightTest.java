package de.lokalwillkommen.core.ticketing;

import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.core.calling.Lines;
import de.lokalwillkommen.core.offices.OfficeFixture;
import de.lokalwillkommen.core.staff.Desks;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Two servers, one of them some seconds ahead, and an office whose day ends at midnight. */
class ServersAroundMidnightTest {

  private static final LocalDate NEXT_DAY = LocalDate.of(2026, 11, 24);
  private static final Instant MIDNIGHT = Instant.parse("2026-11-23T23:00:00Z");

  private final TicketingOffice office = new TicketingOffice(OfficeFixture.hoerde());
  private final Lines lines =
      new Lines(
          office.offices,
          office.lines,
          office.tickets,
          new Desks(office.staff, office.clock),
          office.clock);
  private final TicketView before = office.visitor();

  private void onTheFaster() {
    office.clock.is(MIDNIGHT.plusSeconds(1));
  }

  private void onTheSlower() {
    office.clock.is(MIDNIGHT.minusSeconds(9));
  }

  private TicketView checkIn() {
    TicketRequest request =
        new TicketRequest(OfficeFixture.HOUSING, "de", Optional.empty(), Optional.empty());
    Instant now = office.clock.instant();
    return office.issuing.atCheckIn("hoerde", request, now, now, Actor.KIOSK);
  }

  private Ticket ticket(TicketView view) {
    return office.tickets.get(view.id());
  }

  @Test
  void aTicketIssuedAfterTheFirstMidnightStaysInItsDay() {
    onTheFaster();
    TicketView issued = checkIn();

    onTheSlower();
    office.keeping.tend("hoerde");
    TicketView second = checkIn();
    onTheFaster();
    office.keeping.tend("hoerde");

    assertThat(ticket(issued).day()).isEqualTo(NEXT_DAY);
    assertThat(ticket(issued).status()).isEqualTo(TicketStatus.WAITING);
    assertThat(office.tickets.listEvents(issued.id()))
        .extracting(TicketEvent::action)
        .containsExactly(TicketAction.ISSUE);
    assertThat(ticket(second).day()).isEqualTo(NEXT_DAY);
    assertThat(second.number()).isNotEqualTo(issued.number());
    assertThat(ticket(before).status()).isEqualTo(TicketStatus.EXPIRED);
  }

  @Test
  void bothShowTheSameLine() {
    onTheFaster();
    TicketView issued = checkIn();

    onTheSlower();

    assertThat(lines.get("hoerde").waiting()).isOne();
    assertThat(lines.get("hoerde").rows())
        .singleElement()
        .satisfies(row -> assertThat(row.ticket().id()).isEqualTo(issued.id()));
  }

  @Test
  void theHoursOfTheDayBeforeExpireNoTicket() {
    TicketingOffice eving = new TicketingOffice(OfficeFixture.eving());
    eving.clock.is(MIDNIGHT.plusSeconds(1));
    OfficeLine line = eving.todaysLine.open(eving.offices.get("eving"), eving.clock.instant());
    Instant now = eving.clock.instant();
    TicketRequest request = TicketFixture.request(OfficeFixture.HOUSING, "de", null);
    Ticket early = new Ticket(line, request, Origin.STAFF, now, now);
    eving.tickets.add(early);
    eving.todaysLine.note(line, early, early.issued(Actor.COUNSELLOR));

    eving.clock.is(MIDNIGHT.minusSeconds(9));
    eving.keeping.tend("eving");

    assertThat(early.status()).isEqualTo(TicketStatus.WAITING);
  }

  @Test
  void aClockThatIsAheadByMoreIsCorrected() {
    office.clock.is(MIDNIGHT.plusSeconds(1));
    TicketView issued = checkIn();

    office.clock.is(MIDNIGHT.minus(Duration.ofMinutes(6)));
    office.keeping.tend("hoerde");

    assertThat(ticket(issued).day()).isEqualTo(NEXT_DAY.minusDays(1));
    assertThat(ticket(before).status()).isEqualTo(TicketStatus.WAITING);
  }
}
