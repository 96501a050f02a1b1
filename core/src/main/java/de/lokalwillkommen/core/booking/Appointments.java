package de.lokalwillkommen.core.booking;

import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.kernel.RequestKey;
import de.lokalwillkommen.core.timetable.Place;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** All appointments, their claims on slots and their history. */
public interface Appointments {

  /**
   * Locks the books of some offices until the transaction ends, each created on first use. A
   * transaction names all its offices in one call: a later call with another office may deadlock.
   *
   * @param offices the offices' identifiers, in the order in which every caller locks them
   */
  void lock(List<String> offices);

  /**
   * Locks the cross-office row until the transaction ends. Every change that depends on the books
   * of other offices needs it: of addresses, of the waitlist, of freed places, at check-in. The
   * order is books, this row, the line. It is taken before anything is written, since the
   * transactions that wait for it read what others have written.
   */
  void lockAcrossOffices();

  /** The book of an office that this transaction has already locked. */
  AppointmentBook getLocked(String office);

  /** The version of an office's book, without waiting for a lock; 0 before its first change. */
  long versionOf(String office);

  /** Whether an office's book {@linkplain AppointmentBook#isSettledFor is settled} for a day. */
  boolean isSettledFor(String office, LocalDate day);

  /** Adds an appointment and gives it its identifier. */
  void add(Appointment appointment);

  /** Adds an entry to the history. */
  void add(AppointmentEvent event);

  /**
   * Claims a place for an appointment, and the idempotency key it was just added with: another
   * transaction may be using the same key in another office's book at this moment.
   *
   * @throws de.lokalwillkommen.core.kernel.Refused {@code CONFLICT} if any part of the place is
   *     claimed; {@code INVALID} if the key has answered another request
   */
  void claim(Place place, Appointment appointment);

  /** Releases all claims of an appointment. */
  void release(Appointment appointment);

  Optional<Appointment> find(BookingCode code);

  Optional<Appointment> find(long id);

  /**
   * The appointment with that code.
   *
   * @throws de.lokalwillkommen.core.kernel.Refused {@code UNKNOWN} if there is none
   */
  default Appointment get(BookingCode code) {
    return find(code)
        .orElseThrow(() -> Refusal.of(Kind.UNKNOWN, "appointment.unknown").asException());
  }

  /** Rereads an appointment that was read before its book was locked. */
  Appointment getAgain(Appointment seen);

  Optional<Appointment> findByRequest(RequestKey key);

  Optional<Appointment> findByTicket(long ticket);

  /**
   * The number of open appointments with that address: confirmed, or held and not expired. Places
   * held for an offer do not count.
   */
  int countOpenOf(Contact contact, Instant now);

  /** The open appointments made in one session. */
  List<Appointment> listOpenOfSession(RequestKey session);

  /** The number of held, unconfirmed appointments of an office, without places held for offers. */
  int countHeld(String office);

  /** The places taken between two instants. */
  List<Place> listTaken(String office, Instant from, Instant to);

  /** The appointments whose hold has expired. */
  List<Appointment> listHeldNoLonger(String office, Instant now);

  /** The booked appointments of days before an instant whose visitors did not come. */
  List<Appointment> listMissedBefore(String office, Instant dayBegins);

  /**
   * The marks as missed in an office that are later than an instant and are the appointment's last
   * change.
   */
  List<AppointmentEvent> listMissesAfter(String office, Instant instant);

  /** The appointments between two instants, by time. */
  List<Appointment> listBetween(String office, Instant from, Instant to);

  /** The appointments that occupy a place and end after an instant, by time. */
  List<Appointment> listTakingAfter(String office, Instant from);

  /**
   * The appointments that ended by an instant and still have an address or a session identifier.
   */
  List<Appointment> listContactsEndedBefore(Instant instant);

  /** The bookings confirmed between two instants; moves do not count. */
  List<AppointmentEvent> listBookings(String office, Instant from, Instant to);
}
