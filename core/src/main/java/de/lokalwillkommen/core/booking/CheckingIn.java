package de.lokalwillkommen.core.booking;

import de.lokalwillkommen.core.calling.CallingOrder;
import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.kernel.UseCase;
import de.lokalwillkommen.core.offices.Office;
import de.lokalwillkommen.core.offices.Offices;
import de.lokalwillkommen.core.ticketing.IssuingTickets;
import de.lokalwillkommen.core.ticketing.Ticket;
import de.lokalwillkommen.core.ticketing.TicketRequest;
import de.lokalwillkommen.core.ticketing.TicketView;
import de.lokalwillkommen.core.ticketing.Tickets;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** Turns a booked appointment into a place in line when its visitor is there. */
@UseCase
public class CheckingIn {

  private Offices offices;
  private Appointments appointments;
  private OpenBook book;
  private IssuingTickets issuing;
  private Tickets tickets;
  private Clock clock;

  protected CheckingIn() {}

  @Inject
  CheckingIn(
      Offices offices,
      Appointments appointments,
      OpenBook book,
      IssuingTickets issuing,
      Tickets tickets,
      Clock clock) {
    this.offices = offices;
    this.appointments = appointments;
    this.book = book;
    this.issuing = issuing;
    this.tickets = tickets;
    this.clock = clock;
  }

  /**
   * A ticket as an answer to a code.
   *
   * @param ticket the ticket as its visitor may see it
   * @param isNew false if the appointment had been checked in before
   */
  public record CheckedIn(TicketView ticket, boolean isNew) {}

  /**
   * Checks somebody in. On time they are treated from the booked time on as if they had waited
   * already; so early that others would be passed over, they are asked to come back; too late, they
   * are asked whether they want to join the line as if without appointment.
   *
   * @param lateToo joins the line even if it is too late for the appointment
   * @throws de.lokalwillkommen.core.kernel.Refused {@code UNKNOWN} code; {@code CONFLICT} with the
   *     {@code reason} {@code early} and {@code from}, {@code late}, {@code wrongOffice} and {@code
   *     office}, {@code wrongDay}, {@code notConfirmed} or {@code cancelled}, always with the
   *     {@code start}
   */
  public CheckedIn checkIn(String officeId, BookingCode code, boolean lateToo) {
    Instant now = clock.instant();
    Office here = offices.get(officeId);
    Appointment seen = appointments.get(code);
    if (!seen.office().equals(here.id())) {
      throw wrongOffice(seen).asException();
    }
    book.open(now, here);
    Appointment appointment = appointments.getAgain(seen);
    if (appointment.ticket().isPresent()) {
      Ticket ticket = tickets.get(appointment.ticket().get());
      return new CheckedIn(TicketView.of(ticket, here, tickets.countAhead(ticket)), false);
    }
    CallingOrder order = CallingOrder.of(here);
    objection(appointment, here, order, lateToo, now)
        .ifPresent(
            refusal -> {
              throw refusal.asException();
            });
    TicketView ticket =
        issuing.atCheckIn(
            here.id(),
            new TicketRequest(
                appointment.topic(), appointment.language(), Optional.empty(), Optional.empty()),
            appointment.start(),
            order.keyOfAppointment(now, appointment.start()));
    book.note(appointment.checkIn(ticket.id(), now));
    book.endWaitingFor(appointment, now);
    return new CheckedIn(ticket, true);
  }

  /**
   * What {@link #checkIn} would say, without doing it; empty if it would give a ticket.
   *
   * @throws de.lokalwillkommen.core.kernel.Refused {@code UNKNOWN} code
   */
  public Optional<Refusal> findObjection(String officeId, BookingCode code) {
    Instant now = clock.instant();
    Office here = offices.get(officeId);
    Appointment appointment = appointments.get(code);
    if (!appointment.office().equals(here.id())) {
      return Optional.of(wrongOffice(appointment));
    }
    return appointment.ticket().isPresent()
        ? Optional.empty()
        : objection(appointment, here, CallingOrder.of(here), false, now);
  }

  private static Optional<Refusal> objection(
      Appointment appointment, Office here, CallingOrder order, boolean lateToo, Instant now) {
    LocalDate today = here.dayOf(now).date();
    Instant start = appointment.start();
    return switch (appointment.status()) {
      case HELD -> Optional.of(refusal("notConfirmed", appointment, here));
      case CANCELLED, LAPSED -> Optional.of(refusal("cancelled", appointment, here));
      case CHECKED_IN, COMPLETED -> Optional.of(refusal("over", appointment, here));
      case BOOKED, NO_SHOW -> {
        Instant from = start.minus(here.bookingTerms().early());
        if (!here.dayOf(start).date().equals(today)) {
          yield Optional.of(refusal("wrongDay", appointment, here));
        }
        if (now.isBefore(from)) {
          yield Optional.of(refusal("early", appointment, here).with("from", from));
        }
        yield Optional.of(refusal("late", appointment, here))
            .filter(late -> order.isLate(now, start) && !lateToo);
      }
    };
  }

  private Refusal wrongOffice(Appointment appointment) {
    Office right = offices.get(appointment.office());
    return refusal("wrongOffice", appointment, right).with("office", right.id());
  }

  private static Refusal refusal(String reason, Appointment appointment, Office office) {
    return Refusal.of(Kind.CONFLICT, "checkIn." + reason, office.name())
        .with("reason", reason)
        .with("start", appointment.start());
  }
}
