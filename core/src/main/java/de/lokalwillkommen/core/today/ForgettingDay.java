package de.lokalwillkommen.core.today;

import de.lokalwillkommen.core.kernel.UseCase;
import de.lokalwillkommen.core.offices.Office;
import de.lokalwillkommen.core.offices.Offices;
import de.lokalwillkommen.core.staff.Desks;
import de.lokalwillkommen.core.ticketing.Ticket;
import de.lokalwillkommen.core.ticketing.Tickets;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Deletes who has done what, and the notes for colleagues, once an office's day is over: when it
 * has closed and its counters are empty, at midnight at the latest.
 */
@UseCase
public class ForgettingDay {

  private Offices offices;
  private Tickets tickets;
  private Desks desks;
  private DayMemory memory;
  private Clock clock;

  protected ForgettingDay() {}

  @Inject
  public ForgettingDay(
      Offices offices, Tickets tickets, Desks desks, DayMemory memory, Clock clock) {
    this.offices = offices;
    this.tickets = tickets;
    this.desks = desks;
    this.memory = memory;
    this.clock = clock;
  }

  /** Deletes what is no longer needed. */
  public void forget() {
    Instant now = clock.instant();
    for (Office office : offices.list()) {
      memory.removeActs(office.id(), isOver(office, now) ? now : office.dayOf(now).begin());
    }
    List<ColleagueNote> notes = memory.listNotes();
    Map<Long, Ticket> noted =
        tickets.list(notes.stream().map(ColleagueNote::ticket).toList()).stream()
            .collect(Collectors.toMap(Ticket::id, Function.identity()));
    for (ColleagueNote note : notes) {
      Optional<Ticket> ticket = Optional.ofNullable(noted.get(note.ticket()));
      if (ticket.filter(t -> isNeeded(t, now)).isEmpty()) {
        memory.removeNote(note.ticket());
      }
    }
  }

  private boolean isNeeded(Ticket ticket, Instant now) {
    Office office = offices.get(ticket.office());
    boolean isOver = ticket.day().isBefore(office.dayOf(now).date()) || isOver(office, now);
    return ColleagueNote.isNeeded(ticket, isOver, now);
  }

  private boolean isOver(Office office, Instant now) {
    return office.isClosedForToday(now) && desks.readStaffedIn(office.id()).isEmpty();
  }
}
