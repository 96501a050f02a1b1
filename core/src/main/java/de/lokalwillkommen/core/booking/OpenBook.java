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
 * Begins a change of the appointments of an office: locks its book, first does what time alone has
 * changed, and stores what happens. It has no state and is called only within the transaction of a
 * use case.
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
   * Locks the books of some offices until the transaction ends, always in the same order, so that
   * two crossing changes do not deadlock.
   */
  public void open(Instant now, Office... offices) {
    List<Office> ordered =
        Arrays.stream(offices).distinct().sorted(Comparator.comparing(Office::id)).toList();
    appointments.lock(ordered.stream().map(Office::id).toList());
    ordered.forEach(office -> settle(office, now));
  }

  /**
   * Locks the books of some offices, among them that of an appointment, and returns the appointment
   * as it is now.
   *
   * @param seen the appointment, read before its book was locked
   * @throws de.lokalwillkommen.core.kernel.Refused {@code CONFLICT} if another transaction has
   *     moved it to another office meanwhile
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

  /** Whether time alone has changed anything that is not stored yet. */
  boolean isDue(Office office, Instant now) {
    return !appointments.listHeldNoLonger(office.id(), now).isEmpty()
        || (!appointments.isSettledFor(office.id(), office.dayOf(now).date())
            && !appointments.isSettledFor(office.id(), soonest(office, now)));
  }

  /** The day on a server whose clock is ahead by the largest tolerated difference. */
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
      // isDue may have read it in this transaction before the book was locked
      Appointment held = appointments.getAgain(seen);
      journal.note(held.lapse(now));
      release(held, office, now);
    }
    for (Appointment gone : missed) {
      journal.note(gone.miss(now));
    }
  }

  /**
   * The booked appointments of earlier days whose visitors did not come. Queried once a day, since
   * the query reads all past bookings.
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
   * Undoes the marks as missed that a clock that was ahead has set on appointments still to come.
   */
  private void reinstate(Office office, Instant now) {
    appointments.lockAcrossOffices();
    Instant honest = now.plus(TrustedTime.TOLERANCE);
    for (AppointmentEvent miss : appointments.listMissesAfter(office.id(), honest)) {
      Appointment appointment = appointments.find(miss.appointment()).orElseThrow();
      journal.note(appointment.reinstate(miss, now));
    }
  }

  /** Stores a new appointment and claims its place. */
  void enter(Appointment appointment) {
    journal.enter(appointment);
  }

  /** Confirms an appointment with the new address or, without one, the stored one. */
  public void confirm(Appointment appointment, Optional<Contact> left, Instant now) {
    journal.note(appointment.confirm(left, now));
  }

  /** Records that the visitor of an appointment is there and has a ticket. */
  void checkIn(Appointment appointment, long ticket, Actor actor, Instant now) {
    journal.note(appointment.checkIn(ticket, actor, now));
  }

  /** Cancels an appointment; its place is offered to the waitlist. */
  public void cancel(Appointment appointment, Office office, Actor actor, Instant now) {
    AppointmentEvent event = appointment.cancel(actor, now);
    // the observers query, and a query flushes this change: lock before that
    appointments.lockAcrossOffices();
    journal.note(event);
    release(appointment, office, now);
  }

  /** Cancels an appointment for a reason of the office: its place is gone and is not offered. */
  public void cancelFor(OfficeReason why, Appointment appointment, Instant now) {
    AppointmentEvent event = appointment.cancel(Actor.COUNSELLOR, Optional.of(why), now);
    appointments.lockAcrossOffices();
    journal.note(event);
    appointments.release(appointment);
  }

  private void release(Appointment appointment, Office office, Instant now) {
    appointments.release(appointment);
    freedPlaces.offer(office, appointment.place(), now);
  }

  /**
   * Cancels the appointments of an office on a day on which it is closed, and releases the holds
   * for that day. The places are not offered.
   *
   * @return the number of cancelled bookings
   */
  int cancelDay(Office office, LocalDate date, Actor actor, Instant now) {
    int booked = cancelOn(date, office, AppointmentStatus.BOOKED, actor, now);
    releaseHolds(office, date, now);
    return booked;
  }

  /** Ends the holds and the offers for a day of an office. The places are not offered. */
  public void releaseHolds(Office office, LocalDate date, Instant now) {
    cancelOn(date, office, AppointmentStatus.HELD, Actor.COUNSELLOR, now);
  }

  private int cancelOn(
      LocalDate date, Office office, AppointmentStatus status, Actor actor, Instant now) {
    BusinessDay day = new BusinessDay(date, office.zone());
    appointments.lockAcrossOffices();
    List<Appointment> some =
        appointments.listBetween(office.id(), day.begin(), day.end()).stream()
            .filter(a -> a.status() == status)
            .toList();
    for (Appointment appointment : some) {
      journal.note(appointment.cancel(actor, now));
      appointments.release(appointment);
    }
    return some.size();
  }

  /**
   * Releases a held place that another appointment takes in the same change; the place is not
   * offered.
   */
  public void handOver(Appointment held, Instant now) {
    appointments.release(held);
    journal.note(held.cancel(Actor.VISITOR, now));
  }

  /**
   * Moves an appointment to another place; the place it leaves is offered to the waitlist, unless
   * the office moves it because that place is gone.
   */
  public void move(
      Appointment appointment, Office from, Office to, Place place, AppointmentMove move) {
    appointments.lockAcrossOffices();
    Place left = appointment.place();
    appointments.release(appointment);
    AppointmentEvent event = appointment.moveTo(to.id(), place, move);
    appointments.claim(place, appointment);
    journal.note(event);
    if (!from.id().equals(to.id())) {
      journal.tell(from.id(), event);
    }
    if (move.why().isEmpty()) {
      freedPlaces.offer(from, left, move.at());
    }
  }
}
