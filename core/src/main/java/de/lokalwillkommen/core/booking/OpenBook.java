package de.lokalwillkommen.core.booking;

import de.lokalwillkommen.core.kernel.BusinessDay;
import de.lokalwillkommen.core.kernel.DomainEvents;
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
  private final Offering offering;
  private final DomainEvents events;

  @Inject
  OpenBook(Appointments appointments, Offering offering, DomainEvents events) {
    this.appointments = appointments;
    this.offering = offering;
    this.events = events;
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
  Appointment openFor(Appointment seen, Instant now, Office... offices) {
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
    offering.takeTurn();
    for (Appointment seen : over) {
      // the check for due work was made before the book was locked
      Appointment held = appointments.getAgain(seen);
      note(held.lapse(now));
      release(held, office, now);
    }
    for (Appointment gone : missed) {
      note(gone.miss(now));
      endWaitingFor(gone, now);
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
    offering.takeTurn();
    Instant honest = now.plus(TrustedTime.TOLERANCE);
    for (AppointmentEvent miss : appointments.listMissesAfter(office.id(), honest)) {
      Appointment appointment = appointments.find(miss.appointment()).orElseThrow();
      note(appointment.reinstate(miss, now));
      offering.waitAgainFor(appointment, honest);
    }
  }

  /** Writes a new appointment down and claims its place. */
  void enter(Appointment appointment) {
    appointments.add(appointment);
    appointments.claim(appointment.place(), appointment);
    note(appointment.held());
  }

  /** Confirms an appointment; with an address that is left, or the one left before. */
  void confirm(Appointment appointment, Optional<Contact> left, Instant now) {
    note(appointment.confirm(left, now));
  }

  /** Cancels an appointment; its place is offered to the waitlist. */
  void cancel(Appointment appointment, Office office, Actor actor, Instant now) {
    AppointmentEvent event = appointment.cancel(actor, now);
    // whoever hears of it reads, and with that the change is written
    offering.takeTurn();
    note(event);
    if (appointment.wasConfirmed()) {
      endWaitingFor(appointment, now);
    }
    release(appointment, office, now);
  }

  /**
   * Gives up the place of an appointment, which is then offered to the waitlist. If the place was
   * kept for an offer, that is over.
   */
  void release(Appointment appointment, Office office, Instant now) {
    offering.takeTurn();
    offering.lapse(appointment, now);
    appointments.release(appointment);
    free(office, appointment.place(), now);
  }

  /**
   * Cancels what an office has booked for a day on which it is closed, and gives up what is held
   * for that day. The places are not offered.
   *
   * @return how many were booked
   */
  int cancelDay(Office office, LocalDate date, Actor actor, Instant now) {
    BusinessDay day = new BusinessDay(date, office.zone());
    offering.takeTurn();
    int booked = 0;
    for (Appointment open : appointments.listBetween(office.id(), day.begin(), day.end())) {
      if (open.status() == AppointmentStatus.BOOKED) {
        note(open.cancel(actor, now));
        endWaitingFor(open, now);
        appointments.release(open);
        booked++;
      } else if (open.status() == AppointmentStatus.HELD) {
        note(open.cancel(actor, now));
        offering.lapse(open, now);
        appointments.release(open);
      }
    }
    return booked;
  }

  /** Whoever has given an appointment up, come for it or missed it wants no earlier one. */
  void endWaitingFor(Appointment appointment, Instant now) {
    offering.endWaitingFor(appointment, now);
  }

  /** Gives up a place that somebody else takes in the same change: it is offered to nobody. */
  void handOver(Appointment held, Instant now) {
    appointments.release(held);
    note(held.cancel(Actor.VISITOR, now));
  }

  /** Puts an appointment to another place; the one it leaves is offered to the waitlist. */
  void move(Appointment appointment, Office from, Office to, Place place, AppointmentMove move) {
    offering.takeTurn();
    Place left = appointment.place();
    appointments.release(appointment);
    AppointmentEvent event = appointment.moveTo(to.id(), place, move.actor(), move.at());
    appointments.claim(place, appointment);
    note(event);
    if (!from.id().equals(to.id())) {
      tell(from.id(), event);
    }
    free(from, left, move.at());
  }

  private void free(Office office, Place place, Instant now) {
    // what is longer than the first one needs may serve a second
    for (Optional<Offering.Draft> draft = offering.offer(office, place, now);
        draft.isPresent();
        draft = offering.offer(office, place, now)) {
      enter(draft.get().held());
      offering.make(draft.get(), now);
    }
  }

  /** Writes a change into the history and tells it. */
  void note(AppointmentEvent event) {
    appointments.add(event);
    tell(event.office(), event);
  }

  private void tell(String office, AppointmentEvent event) {
    appointments.getLocked(office).noteChange();
    events.publish(new AppointmentChanged(office, event.appointment(), event.action(), event.at()));
  }
}
