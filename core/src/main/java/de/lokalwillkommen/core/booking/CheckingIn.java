package de.lokalwillkommen.core.booking;

import de.lokalwillkommen.core.calling.CallingOrder;
import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.kernel.UseCase;
import de.lokalwillkommen.core.offices.Office;
import de.lokalwillkommen.core.offices.Offices;
import de.lokalwillkommen.core.ticketing.Actor;
import de.lokalwillkommen.core.ticketing.IssuingTickets;
import de.lokalwillkommen.core.ticketing.Ticket;
import de.lokalwillkommen.core.ticketing.TicketRequest;
import de.lokalwillkommen.core.ticketing.TicketView;
import de.lokalwillkommen.core.ticketing.Tickets;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
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
   * The answer to a check-in.
   *
   * @param ticket the ticket as its visitor may see it
   * @param isNew false if the appointment had been checked in before
   */
  public record CheckedIn(TicketView ticket, boolean isNew) {}

  /**
   * Checks a visitor in. A visitor who is on time gets the credit of an appointment, counted from
   * the booked time. A visitor who is too early is asked to come back, since others would be passed
   * over. A visitor who is too late is asked whether to join the line as a walk-in.
   *
   * @param lateToo whether to join the line even if it is too late for the appointment
   * @throws de.lokalwillkommen.core.kernel.Refused {@code UNKNOWN} code; {@code CONFLICT} with the
   *     {@code reason} {@code notConfirmed}, {@code cancelled}, {@code over}, {@code wrongDay},
   *     {@code wrongOffice}, {@code early} and {@code from}, or {@code late}, the first that
   *     applies; always with the {@code start}, and with {@code office} and {@code officeName} if
   *     the appointment is in another one
   */
  public CheckedIn checkIn(String officeId, BookingCode code, boolean lateToo) {
    return checkIn(officeId, code, lateToo, Actor.KIOSK);
  }

  /** Checks in a visitor who stands at the counter, even if they are late. */
  CheckedIn checkInAtCounter(String officeId, BookingCode code) {
    return checkIn(officeId, code, true, Actor.COUNSELLOR);
  }

  private CheckedIn checkIn(String officeId, BookingCode code, boolean lateToo, Actor actor) {
    Instant now = clock.instant();
    Office here = offices.get(officeId);
    Appointment seen = appointments.get(code);
    if (!seen.office().equals(here.id())) {
      throw elsewhere(seen, now).asException();
    }
    Appointment appointment = book.openFor(seen, now, here);
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
    // before the office's line is locked: the check-in ends the waiting for an earlier slot
    appointments.lockAcrossOffices();
    TicketView ticket =
        issuing.atCheckIn(
            here.id(),
            new TicketRequest(
                appointment.topic(), appointment.language(), Optional.empty(), Optional.empty()),
            appointment.start(),
            order.keyOfAppointment(now, appointment.start()),
            actor);
    book.checkIn(appointment, ticket.id(), actor, now);
    return new CheckedIn(ticket, true);
  }

  /**
   * The refusal that {@link #checkIn} would throw, without changing anything; empty if it would
   * issue a ticket.
   *
   * @param lateToo as for {@link #checkIn}
   * @throws de.lokalwillkommen.core.kernel.Refused {@code UNKNOWN} code
   */
  public Optional<Refusal> findObjection(String officeId, BookingCode code, boolean lateToo) {
    Instant now = clock.instant();
    Office here = offices.get(officeId);
    Appointment appointment = appointments.get(code);
    if (!appointment.office().equals(here.id())) {
      return Optional.of(elsewhere(appointment, now));
    }
    return appointment.ticket().isPresent()
        ? Optional.empty()
        : objection(appointment, here, CallingOrder.of(here), lateToo, now);
  }

  /**
   * The refusal for an appointment of another office; it tells the visitor first if going there is
   * in vain.
   */
  private Refusal elsewhere(Appointment appointment, Instant now) {
    Office there = offices.get(appointment.office());
    return dayObjection(appointment, there, now)
        .orElseGet(() -> refusal("wrongOffice", appointment, there))
        .with("office", there.id())
        .with("officeName", there.name());
  }

  private static Optional<Refusal> objection(
      Appointment appointment, Office here, CallingOrder order, boolean lateToo, Instant now) {
    return dayObjection(appointment, here, now)
        .or(() -> timeObjection(appointment, here, order, lateToo, now));
  }

  /** The refusal for an appointment that is not today. */
  private static Optional<Refusal> dayObjection(
      Appointment appointment, Office office, Instant now) {
    return switch (appointment.statusAt(now)) {
      case HELD -> Optional.of(refusal("notConfirmed", appointment, office));
      case CANCELLED, LAPSED -> Optional.of(refusal("cancelled", appointment, office));
      case COMPLETED -> Optional.of(refusal("over", appointment, office));
      case BOOKED, CHECKED_IN, NO_SHOW ->
          office.dayOf(appointment.start()).equals(office.dayOf(now))
              ? Optional.empty()
              : Optional.of(refusal("wrongDay", appointment, office));
    };
  }

  private static Optional<Refusal> timeObjection(
      Appointment appointment, Office here, CallingOrder order, boolean lateToo, Instant now) {
    Instant start = appointment.start();
    Instant from = start.minus(here.bookingTerms().early());
    if (now.isBefore(from)) {
      return Optional.of(refusal("early", appointment, here).with("from", from));
    }
    return order.isLate(now, start) && !lateToo
        ? Optional.of(refusal("late", appointment, here))
        : Optional.empty();
  }

  private static Refusal refusal(String reason, Appointment appointment, Office office) {
    return Refusal.of(Kind.CONFLICT, "checkIn." + reason, office.name())
        .with("reason", reason)
        .with("start", appointment.start());
  }
}
