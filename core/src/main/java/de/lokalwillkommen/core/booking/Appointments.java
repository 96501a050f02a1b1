package de.lokalwillkommen.core.booking;

import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.timetable.Place;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** All appointments, their claims on slots and their history. */
public interface Appointments {

  /** The book of an office, locked until the transaction ends; made on first use. */
  AppointmentBook lock(String office);

  /**
   * Locks what concerns all offices until the transaction ends: for whoever confirms with an
   * address, frees a place, makes an offer or answers one. It is locked after all books, and by a
   * change that frees a place before it writes anything, since those who hold it read what others
   * have written.
   */
  void lockAcrossOffices();

  /** The book of an office that this transaction has locked already. */
  AppointmentBook getLocked(String office);

  /** The version of an office's book, without waiting for anybody; 0 before its first change. */
  long versionOf(String office);

  /** Whether an office's book {@linkplain AppointmentBook#isSettledFor is settled} for a day. */
  boolean isSettledFor(String office, LocalDate day);

  /** Adds an appointment and gives it its identifier. */
  void add(Appointment appointment);

  /** Adds an entry to the history. */
  void add(AppointmentEvent event);

  /**
   * Claims a place for an appointment, and the request key it was just added with: the same key may
   * be in use in another office's book at this moment.
   *
   * @throws de.lokalwillkommen.core.kernel.Refused {@code CONFLICT} if any part of the place is
   *     claimed; {@code INVALID} if the key has answered another request
   */
  void claim(Place place, Appointment appointment);

  /** Gives up whatever an appointment has claimed. */
  void release(Appointment appointment);

  Optional<Appointment> find(BookingCode code);

  Optional<Appointment> find(long id);

  /**
   * The appointment of that code.
   *
   * @throws de.lokalwillkommen.core.kernel.Refused {@code UNKNOWN} if there is none
   */
  default Appointment get(BookingCode code) {
    return find(code)
        .orElseThrow(() -> Refusal.of(Kind.UNKNOWN, "appointment.unknown").asException());
  }

  /** An appointment read before its book was held, as it is now that the book is held. */
  Appointment getAgain(Appointment seen);

  Optional<Appointment> findByRequest(String requestKey);

  Optional<Appointment> findByTicket(long ticket);

  /**
   * The appointments that somebody with that address has and that are not over: confirmed, or still
   * held. What is kept for an offer is none.
   */
  int countOpenOf(Contact contact, Instant now);

  /** The open appointments that were made in one visit. */
  List<Appointment> listOpenOfFlow(String flow);

  /** How many appointments of an office are held and not confirmed, offers left aside. */
  int countHeld(String office);

  /** Which places are taken between two instants. */
  List<Place> listTaken(String office, Instant from, Instant to);

  /** Those whose hold is over. */
  List<Appointment> listHeldNoLonger(String office, Instant now);

  /** Those that nobody has come for, of days before an instant. */
  List<Appointment> listMissedBefore(String office, Instant dayBegins);

  /**
   * How appointments of an office were marked as missed later than an instant, where that is their
   * last change.
   */
  List<AppointmentEvent> listMissesAfter(String office, Instant instant);

  /** Those that take place between two instants, in the order of their times. */
  List<Appointment> listBetween(String office, Instant from, Instant to);

  /** Those that take their place and end after an instant, in the order of their times. */
  List<Appointment> listTakingAfter(String office, Instant from);

  /** Those with an address, or the visit in which they were made, that had ended by an instant. */
  List<Appointment> listContactsEndedBefore(Instant instant);

  /** The bookings that were confirmed between two instants; moves are none. */
  List<AppointmentEvent> listBookings(String office, Instant from, Instant to);
}
