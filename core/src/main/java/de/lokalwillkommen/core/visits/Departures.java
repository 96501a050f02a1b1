package de.lokalwillkommen.core.visits;

import de.lokalwillkommen.core.booking.Appointment;
import de.lokalwillkommen.core.enquiries.Enquiry;
import de.lokalwillkommen.core.ticketing.Ticket;
import de.lokalwillkommen.core.ticketing.TicketEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is about to leave the database, and what remains of it. */
interface Departures {

  /**
   * Identifiers of ended tickets in an office's line.
   *
   * @param until the last day
   */
  List<Long> listOver(String office, LocalDate until, int atMost);

  /** The histories of tickets, each in order. */
  Map<Long, List<TicketEvent>> historiesOf(Collection<Long> tickets);

  /** The offices of the appointments that have become one of these tickets. */
  Set<String> listOfficesOfAppointments(Collection<Long> tickets);

  /** The shifts in an office that were not over before the first instant. */
  List<StaffedCounter> listStaffed(String office, Instant from, Instant until);

  /** What was counted at the door of an office on earlier days. */
  List<Enquiry> listEnquiriesBefore(String office, LocalDate day, int atMost);

  void remove(Enquiry enquiry);

  void add(Visit visit);

  void add(VisitProperty property);

  /** Deletes tickets with their history, counts their numbers, and unties their appointments. */
  void remove(List<Ticket> tickets);

  /**
   * Deletes shifts that had ended at an instant.
   *
   * @return how many there were
   */
  int removeShiftsEndedBefore(Instant instant, int atMost);

  /** Identifiers of appointments without a ticket whose slot had ended at an instant. */
  List<Long> listAppointmentsEndedBefore(Instant instant, int atMost);

  /** Those of some appointments of which the same is still true. */
  Set<Long> listStillEndedBefore(Instant instant, Collection<Long> appointments);

  /** The appointments with these identifiers. */
  List<Appointment> listAppointments(Collection<Long> ids);

  /** Deletes appointments with their history, claims, letters and offers. */
  void removeAppointments(Collection<Long> appointments);

  /**
   * Deletes places on the waitlist that had ended at an instant, with their letters and offers.
   *
   * @return how many there were
   */
  int removeWaitlistEndedBefore(Instant instant, int atMost);
}
