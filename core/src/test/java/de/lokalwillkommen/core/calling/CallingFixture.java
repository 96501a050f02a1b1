package de.lokalwillkommen.core.calling;

import de.lokalwillkommen.core.kernel.DomainEvents;
import de.lokalwillkommen.core.offices.Offices;
import de.lokalwillkommen.core.staff.Desks;
import de.lokalwillkommen.core.staff.InMemoryStaff;
import de.lokalwillkommen.core.staff.TakingShifts;
import de.lokalwillkommen.core.ticketing.TicketingOffice;
import de.lokalwillkommen.core.ticketing.Tickets;
import de.lokalwillkommen.core.ticketing.TodaysLine;
import de.lokalwillkommen.core.today.DayMemory;
import de.lokalwillkommen.core.today.InMemoryDayMemory;
import java.time.Clock;

/** Calling for the tests of other packages. */
public final class CallingFixture {

  private CallingFixture() {}

  /** Calling in an office without a server; who has done what is forgotten. */
  public static CallingTickets calling(TicketingOffice office, Desks desks) {
    return calling(office, desks, new InMemoryDayMemory());
  }

  public static CallingTickets calling(TicketingOffice office, Desks desks, DayMemory memory) {
    return calling(office, desks, memory, unknownShifts(office.clock));
  }

  /** Calling by people whose shifts are known. */
  static CallingTickets calling(
      TicketingOffice office, Desks desks, DayMemory memory, TakingShifts shifts) {
    return calling(
        office.offices,
        office.tickets,
        office.todaysLine,
        desks,
        shifts,
        memory,
        office.events,
        office.clock);
  }

  private static TakingShifts unknownShifts(Clock clock) {
    return new TakingShifts(new InMemoryStaff(), event -> {}, clock);
  }

  /** Corrections in an office without a server. */
  public static CorrectingTickets correcting(
      TicketingOffice office, Desks desks, DayMemory memory) {
    return new CorrectingTickets(
        office.tickets,
        new TicketChanges(
            office.offices, office.tickets, office.todaysLine, desks, memory, office.clock),
        new VisitLog(office.events),
        memory);
  }

  /** Calling over some repositories; changes for the history are not published. */
  public static CallingTickets calling(
      Offices offices,
      Tickets tickets,
      TodaysLine line,
      Desks desks,
      DayMemory memory,
      Clock clock) {
    return calling(offices, tickets, line, desks, unknownShifts(clock), memory, event -> {}, clock);
  }

  private static CallingTickets calling(
      Offices offices,
      Tickets tickets,
      TodaysLine line,
      Desks desks,
      TakingShifts shifts,
      DayMemory memory,
      DomainEvents events,
      Clock clock) {
    return new CallingTickets(
        offices,
        tickets,
        line,
        new TicketChanges(offices, tickets, line, desks, memory, clock),
        new VisitLog(events),
        desks,
        shifts,
        memory,
        clock);
  }
}
