package de.lokalwillkommen.core.booking;

import de.lokalwillkommen.core.kernel.BusinessDay;
import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.kernel.time.TrustedTime;
import de.lokalwillkommen.core.offices.Office;
import de.lokalwillkommen.core.ticketing.Actor;
import de.lokalwillkommen.core.timetable.Place;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Takes hold of the appointments of an office for one change: locks its book, does first what time
 * alone has changed, and writes down what happens. Part of a use case, never more than one change
 * long.
 */
@Dependent
public class OpenBook {

  private final Appointments appointments;
  private final AppointmentJournal journal;
  private final FreedPlaces freedPlaces;

  @Inject
  OpenBook(Appointments appointments, AppointmentJournal journal, FreedPlaces freedPlaces) {
    this.appointments = appointments;
    this.journal = journal;
    this.freedPlaces = freedPlaces;
  }

  /**
   * Takes hold of the books of some offices until the transaction ends, always in the same order,
   * so that two changes crossing each other do not wait for each other.
   */
  public void open(Instant now, Office... offices) {
    List<Office> ordered =
        Arrays.stream(offices).distinct().sorted(Comparator.comparing(Office::id)).toList();
    ordered.forEach(office -> appointments.lock(office.id()));
    ordered.forEach(office -> settle(office, now));
  }

  /**
   * Takes hold of the books of some offices, among them that of an appointment; answers the
   * appointment as it is now.
   *
   * @param seen the appointment, read before its book was held
   * @throws de.lokalwillkommen.core.kernel.Refused {@code CONFLICT} if somebody has moved it to
   *     another office meanwhile
   */
  public Appointment openFor(Appointment seen, Instant now, Office... offices) {
    String where = seen.office();
    open(now, offices);
    Appointment present = appointments.getAgain(seen);
    if (!present.office().equals(where)) {
      throw Refusal.of(Kind.CONFLICT, "appointment.notNow")
          .with("state", present.status().name())
          .asException();
    }
    return present;
  }

  /** Whether time alone has changed anything that is not written down yet. */
  boolean isDue(Office office, Instant now) {
    return !appointments.listHeldNoLonger(office.id(), now).isEmpty()
        || (!appointments.isSettledFor(office.id(), office.dayOf(now).date())
            && !appointments.isSettledFor(office.id(), soonest(office, now)));
  }

  /** The day of a server whose clock is ahead by as much as clocks may differ. */
  private static LocalDate soonest(Office office, Instant now) {
    return office.dayOf(now.plus(TrustedTime.TOLERANCE)).date();
  }

  private void settle(Office office, Instant now) {
    List<Appointment> over = appointments.listHeldNoLonger(office.id(), now);
    if (appointments.getLocked(office.id()).isSettledBeyond(soonest(office, now))) {
      reinstate(office, now);
    }
    List<Appointment> missed = listMissed(office, now);
    if (over.isEmpty() && missed.isEmpty()) {
      return;
    }
    appointments.lockAcrossOffices();
    for (Appointment seen : over) {
      // the check for due work was made before the book was locked
      Appointment held = appointments.getAgain(seen);
      journal.note(held.lapse(now));
      release(held, office, now);
    }
    for (Appointment gone : missed) {
      journal.note(gone.miss(now));
    }
  }

  /**
   * Who did not come before today; looked for once a day, since all that was ever booked is read.
   */
  private List<Appointment> listMissed(Office office, Instant now) {
    BusinessDay today = office.dayOf(now);
    AppointmentBook book = appointments.getLocked(office.id());
    if (book.isSettledFor(today.date()) || book.isSettledFor(soonest(office, now))) {
      return List.of();
    }
    book.noteSettled(today.date());
    return appointments.listMissedBefore(office.id(), today.begin());
  }

  /**
   * Undoes the marks as missed of appointments that are still to come, set by a clock that was
   * ahead.
   */
  private void reinstate(Office office, Instant now) {
    appointments.lockAcrossOffices();
    Instant honest = now.plus(TrustedTime.TOLERANCE);
    for (AppointmentEvent miss : appointments.listMissesAfter(office.id(), honest)) {
      Appointment appointment = appointments.find(miss.appointment()).orElseThrow();
      journal.note(appointment.reinstate(miss, now));
    }
  }

  /** Writes a new appointment down and claims its place. */
  void enter(Appointment appointment) {
    journal.enter(appointment);
  }

  /** Confirms an appointment; with an address that is left, or the one left before. */
  public void confirm(Appointment appointment, Optional<Contact> left, Instant now) {
    journal.note(appointment.confirm(left, now));
  }

  /** Notes that the visitor of an appointment is there and has a ticket. */
  void checkIn(Appointment appointment, long ticket, Actor actor, Instant now) {
    journal.note(appointment.checkIn(ticket, actor, now));
  }

  /** Cancels an appointment; its place is offered to the waitlist. */
  public void cancel(Appointment appointment, Office office, Actor actor, Instant now) {
    AppointmentEvent event = appointment.cancel(actor, now);
    // whoever hears of it reads, and with that the change is written
    appointments.lockAcrossOffices();
    journal.note(event);
    release(appointment, office, now);
  }

  private void release(Appointment appointment, Office office, Instant now) {
    appointments.release(appointment);
    freedPlaces.offer(office, appointment.place(), now);
  }

  /**
   * Cancels what an office has booked for a day on which it is closed, and gives up what is held
   * for that day. The places are not offered.
   *
   * @return how many were booked
   */
  int cancelDay(Office office, LocalDate date, Actor actor, Instant now) {
    BusinessDay day = new BusinessDay(date, office.zone());
    appointments.lockAcrossOffices();
    int booked = 0;
    for (Appointment some : appointments.listBetween(office.id(), day.begin(), day.end())) {
      if (some.status().isOpen()) {
        booked += some.status() == AppointmentStatus.BOOKED ? 1 : 0;
        journal.note(some.cancel(actor, now));
        appointments.release(some);
      }
    }
    return booked;
  }

  /** Gives up a place that somebody else takes in the same change: it is offered to nobody. */
  public void handOver(Appointment held, Instant now) {
    appointments.release(held);
    journal.note(held.cancel(Actor.VISITOR, now));
  }

  /** Puts an appointment to another place; the one it leaves is offered to the waitlist. */
  public void move(
      Appointment appointment, Office from, Office to, Place place, AppointmentMove move) {
    appointments.lockAcrossOffices();
    Place left = appointment.place();
    appointments.release(appointment);
    AppointmentEvent event = appointment.moveTo(to.id(), place, move.actor(), move.at());
    appointments.claim(place, appointment);
    journal.note(event);
    if (!from.id().equals(to.id())) {
      journal.tell(from.id(), event);
    }
    freedPlaces.offer(from, left, move.at());
  }
}
