package de.lokalwillkommen.core.booking;

import static de.lokalwillkommen.core.booking.BookingOffice.hours;
import static de.lokalwillkommen.core.offices.OfficeFixture.COUNTER_1;
import static de.lokalwillkommen.core.offices.OfficeFixture.HOUSING;
import static de.lokalwillkommen.core.offices.OfficeFixture.hoerde;
import static de.lokalwillkommen.core.ticketing.TicketFixture.TEN;
import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.core.calling.CallingFixture;
import de.lokalwillkommen.core.calling.CallingTickets;
import de.lokalwillkommen.core.kernel.RecordedEvents;
import de.lokalwillkommen.core.offices.OfficeFixture;
import de.lokalwillkommen.core.offices.Offices;
import de.lokalwillkommen.core.staff.Desks;
import de.lokalwillkommen.core.staff.InMemoryStaff;
import de.lokalwillkommen.core.staff.Role;
import de.lokalwillkommen.core.staff.SignedIn;
import de.lokalwillkommen.core.ticketing.InMemoryOfficeLines;
import de.lokalwillkommen.core.ticketing.IssuingTickets;
import de.lokalwillkommen.core.ticketing.TicketFixture;
import de.lokalwillkommen.core.ticketing.TicketView;
import de.lokalwillkommen.core.ticketing.TodaysLine;
import de.lokalwillkommen.core.today.InMemoryDayMemory;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Appointments stand beside the line until their visitors are there: no visitor in line waits for
 * them.
 */
class LineBesideAppointmentsTest {

  private static final SignedIn ME =
      new SignedIn(
          1,
          "hoerde-1",
          "Beratung 1",
          Set.of(Role.COUNSELLOR),
          Optional.of("hoerde"),
          Optional.of(COUNTER_1),
          "csrf");

  private final BookingDesk desk =
      new BookingDesk(hoerde()).with("hoerde", hours(DayOfWeek.MONDAY, 0, 24, 2));
  private final Offices offices = OfficeFixture.offices(hoerde());
  private final TodaysLine line =
      new TodaysLine(new InMemoryOfficeLines(), desk.tickets, new RecordedEvents());
  private final CallingTickets calling =
      CallingFixture.calling(
          offices,
          desk.tickets,
          line,
          new Desks(new InMemoryStaff(), desk.clock),
          new InMemoryDayMemory(),
          desk.clock);
  private final IssuingTickets issuing =
      new IssuingTickets(offices, desk.tickets, line, desk.clock);

  @Test
  void aFreeCounterCallsAWalkInEvenAMinuteBeforeAnAppointment() {
    desk.booked("hoerde", TEN.plus(Duration.ofMinutes(30)));
    desk.clock.is(TEN.plus(Duration.ofMinutes(29)));
    issuing.walkIn("hoerde", TicketFixture.request(HOUSING, "de", null));

    assertThat(desk.lists.listDue("hoerde")).hasSize(1);
    assertThat(calling.next(ME, COUNTER_1)).map(TicketView::number).contains("A001");
  }

  @Test
  void withAnEmptyLineNoVisitorIsCalledHoweverManyAreExpected() {
    desk.booked("hoerde", TEN.plus(Duration.ofMinutes(30)));

    assertThat(calling.next(ME, COUNTER_1)).isEmpty();
  }

  @Test
  void anEarlyVisitorIsCalledAtOnceIfNoOtherWaits() {
    AppointmentView early = desk.booked("hoerde", TEN.plus(Duration.ofMinutes(60)));
    desk.byStaff.checkIn(ME, early.code());

    assertThat(calling.next(ME, COUNTER_1)).map(TicketView::number).contains("T001");
  }

  @Test
  void staffChecksInALateVisitorWithoutAskingTwice() {
    AppointmentView late = desk.booked("hoerde", TEN.plus(Duration.ofMinutes(30)));
    desk.clock.passes(Duration.ofMinutes(55));

    TicketView ticket = desk.byStaff.checkIn(ME, late.code()).ticket();

    assertThat(desk.tickets.get(ticket.id()).key()).isEqualTo(desk.clock.instant());
  }

  @Test
  void oneAppointmentIsFoundByItsCodeInItsOwnOfficeOnly() {
    AppointmentView booked = desk.booked("hoerde", TEN.plus(Duration.ofMinutes(30)));

    assertThat(desk.lists.find("hoerde", booked.code())).contains(booked);
    assertThat(desk.lists.find("eving", booked.code())).isEmpty();
  }
}
