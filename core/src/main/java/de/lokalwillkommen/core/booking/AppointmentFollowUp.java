package de.lokalwillkommen.core.booking;

import de.lokalwillkommen.core.ticketing.TicketAction;
import de.lokalwillkommen.core.ticketing.TicketChanged;
import de.lokalwillkommen.core.ticketing.TicketStatus;
import de.lokalwillkommen.core.ticketing.Tickets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.Set;

/**
 * Keeps an appointment in step with its ticket, in the transaction that changes the ticket. It does
 * not lock the book: no other change applies to an appointment that has become a ticket.
 */
@ApplicationScoped
class AppointmentFollowUp {

  private static final Set<TicketAction> ENDINGS =
      EnumSet.of(
          TicketAction.FINISH,
          TicketAction.NO_SHOW,
          TicketAction.CANCEL,
          TicketAction.EXPIRE,
          TicketAction.RESUME,
          TicketAction.STAY,
          TicketAction.UNDO,
          TicketAction.REOPEN);

  private Appointments appointments;
  private Tickets tickets;

  protected AppointmentFollowUp() {}

  @Inject
  AppointmentFollowUp(Appointments appointments, Tickets tickets) {
    this.appointments = appointments;
    this.tickets = tickets;
  }

  void follow(@Observes TicketChanged changed) {
    if (ENDINGS.contains(changed.action())) {
      TicketStatus status = tickets.get(changed.subject()).status();
      appointments
          .findByTicket(changed.subject())
          .flatMap(appointment -> appointment.follow(status, changed.at()))
          .ifPresent(appointments::add);
    }
  }
}
