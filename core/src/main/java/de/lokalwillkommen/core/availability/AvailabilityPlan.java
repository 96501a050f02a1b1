package de.lokalwillkommen.core.availability;

import de.lokalwillkommen.core.booking.Appointment;
import de.lokalwillkommen.core.booking.AppointmentStatus;
import de.lokalwillkommen.core.booking.Appointments;
import de.lokalwillkommen.core.kernel.BusinessDay;
import de.lokalwillkommen.core.kernel.ReadModel;
import de.lokalwillkommen.core.offices.Closure;
import de.lokalwillkommen.core.offices.Office;
import de.lokalwillkommen.core.offices.Offices;
import de.lokalwillkommen.core.staff.Counsellor;
import de.lokalwillkommen.core.staff.Staff;
import de.lokalwillkommen.core.timetable.Availabilities;
import de.lokalwillkommen.core.timetable.Availability;
import de.lokalwillkommen.core.timetable.AvailabilityException;
import de.lokalwillkommen.core.timetable.ClosedDays;
import de.lokalwillkommen.core.timetable.OfficeTerms;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The arrangements for an office's appointments, and their history. */
@ReadModel
public class AvailabilityPlan {

  private Offices offices;
  private Availabilities availabilities;
  private AvailabilityChanges changes;
  private Appointments appointments;
  private Staff staff;

  protected AvailabilityPlan() {}

  @Inject
  AvailabilityPlan(
      Offices offices,
      Availabilities availabilities,
      AvailabilityChanges changes,
      Appointments appointments,
      Staff staff) {
    this.offices = offices;
    this.availabilities = availabilities;
    this.changes = changes;
    this.appointments = appointments;
    this.staff = staff;
  }

  /** The plan of an office for some days, both ends included. */
  public AvailabilityView get(String officeId, LocalDate first, LocalDate last) {
    Office office = offices.get(officeId);
    ZoneId zone = office.zone();
    List<Availability> rules = availabilities.listRules(officeId);
    List<Appointment> booked =
        appointments
            .listBetween(
                officeId, new BusinessDay(first, zone).begin(), new BusinessDay(last, zone).end())
            .stream()
            .filter(a -> AppointmentStatus.TAKING.contains(a.status()))
            .toList();
    return new AvailabilityView(
        officeId,
        zone,
        office.bookingTerms().lateShare(),
        rules.stream().map(r -> new AvailabilityView.Rule(r.id(), r.hours())).toList(),
        availabilities.listExceptions(officeId, first, last).stream()
            .map(AvailabilityPlan::view)
            .toList(),
        days(first, last)
            .filter(day -> !office.hours().isClosedOn(day))
            .flatMap(
                day ->
                    rules.stream()
                        .filter(r -> r.holdsOn(day))
                        .map(r -> block(r, day, zone, booked)))
            .toList(),
        days(first, last)
            .filter(office.hours()::isClosedOn)
            .map(day -> new AvailabilityView.ClosedDay(day, closureOn(office, day)))
            .toList());
  }

  private static Optional<ClosedDays> closureOn(Office office, LocalDate day) {
    return office.closures().stream()
        .filter(closure -> closure.covers(day))
        .map(c -> new ClosedDays(c.firstDay(), c.lastDay(), c.reason()))
        .findFirst();
  }

  /** The exceptions of an office between two days, both ends included, in order. */
  public List<AvailabilityView.Exception> listExceptions(
      String officeId, LocalDate first, LocalDate last) {
    return availabilities.listExceptions(offices.get(officeId).id(), first, last).stream()
        .map(AvailabilityPlan::view)
        .toList();
  }

  /** The closures of an office that end on a day or later, in order. */
  public List<AvailabilityView.Closure> listClosures(String officeId, LocalDate from) {
    return offices.get(officeId).closures().stream()
        .filter(c -> !c.lastDay().isBefore(from))
        .sorted(Comparator.comparing(Closure::firstDay))
        .map(
            c ->
                new AvailabilityView.Closure(
                    c.id(), new ClosedDays(c.firstDay(), c.lastDay(), c.reason())))
        .toList();
  }

  /** The number of appointments still booked on closed days, by day. */
  public SortedMap<LocalDate, Integer> countBookedOn(String officeId, ClosedDays days) {
    ZoneId zone = offices.get(officeId).zone();
    SortedMap<LocalDate, Integer> booked = new TreeMap<>();
    appointments
        .listBetween(
            officeId,
            new BusinessDay(days.firstDay(), zone).begin(),
            new BusinessDay(days.lastDay(), zone).end())
        .stream()
        .filter(a -> a.status() == AppointmentStatus.BOOKED)
        .forEach(a -> booked.merge(LocalDate.ofInstant(a.start(), zone), 1, Integer::sum));
    return booked;
  }

  /** The terms on which an office books. */
  public OfficeTerms getTerms(String officeId) {
    return OfficeTerms.of(offices.get(officeId));
  }

  /** The changes, the latest first. */
  public List<AvailabilityView.Change> listChanges(String officeId, int atMost) {
    return changes.list(offices.get(officeId).id(), atMost).stream()
        .map(
            c ->
                new AvailabilityView.Change(
                    c.at(),
                    staff.find(c.counsellor()).map(Counsellor::displayName).orElse(""),
                    c.action(),
                    ArrangementNotation.find(c.before()),
                    ArrangementNotation.find(c.after())))
        .toList();
  }

  private static Stream<LocalDate> days(LocalDate first, LocalDate last) {
    return first.datesUntil(last.plusDays(1));
  }

  private static AvailabilityView.Exception view(AvailabilityException e) {
    return new AvailabilityView.Exception(e.id(), e.fewerDesks());
  }

  private static AvailabilityView.Block block(
      Availability rule, LocalDate day, ZoneId zone, List<Appointment> booked) {
    Instant start = rule.begin(day, zone);
    Instant end = rule.end(day, zone);
    long here =
        booked.stream()
            .filter(a -> a.place().availability() == rule.id())
            .filter(a -> !a.start().isBefore(start) && a.start().isBefore(end))
            .count();
    return new AvailabilityView.Block(rule.id(), start, end, rule.desks(), Math.toIntExact(here));
  }
}
