package de.lokalwillkommen.core.booking;

import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.kernel.UseCase;
import de.lokalwillkommen.core.offices.Office;
import de.lokalwillkommen.core.offices.Offices;
import de.lokalwillkommen.core.staff.Role;
import de.lokalwillkommen.core.staff.SignedIn;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Changing when an office has time for appointments. A change holds from the moment it is saved.
 * Appointments that it would leave without hours are listed before; they stay booked until staff
 * moves or cancels them.
 */
@UseCase
public class ArrangingAvailability {

  private Offices offices;
  private Availabilities availabilities;
  private Appointments appointments;
  private Clock clock;

  protected ArrangingAvailability() {}

  @Inject
  ArrangingAvailability(
      Offices offices, Availabilities availabilities, Appointments appointments, Clock clock) {
    this.offices = offices;
    this.availabilities = availabilities;
    this.appointments = appointments;
    this.clock = clock;
  }

  /** Adds a rule; answers its identifier. */
  public long add(SignedIn me, String officeId, WeeklyHours hours) {
    Office office = arranged(me, officeId);
    Availability rule = new Availability(office.id(), hours);
    availabilities.add(rule);
    write(me, office, AvailabilityChange.Action.ADD, "", ArrangementNotation.write(hours));
    return rule.id();
  }

  /**
   * Replaces a rule's hours.
   *
   * @throws de.lokalwillkommen.core.kernel.Refused {@code UNKNOWN} if there is no such rule
   */
  public void change(SignedIn me, long ruleId, WeeklyHours hours) {
    Availability rule = availabilities.getRule(ruleId);
    Office office = arranged(me, rule.office());
    String before = ArrangementNotation.write(rule.hours());
    rule.arrange(hours);
    write(me, office, AvailabilityChange.Action.CHANGE, before, ArrangementNotation.write(hours));
  }

  /** Removes a rule. */
  public void remove(SignedIn me, long ruleId) {
    Availability rule = availabilities.getRule(ruleId);
    Office office = arranged(me, rule.office());
    rule.remove(clock.instant());
    write(
        me, office, AvailabilityChange.Action.REMOVE, ArrangementNotation.write(rule.hours()), "");
  }

  /** Leaves fewer desks, or none, on one day. */
  public void except(
      SignedIn me,
      String officeId,
      LocalDate day,
      int fromMinute,
      int untilMinute,
      int desks,
      String reason) {
    Office office = arranged(me, officeId);
    AvailabilityException exception =
        new AvailabilityException(office.id(), day, fromMinute, untilMinute, desks, reason.strip());
    availabilities.add(exception);
    write(me, office, AvailabilityChange.Action.EXCEPT, "", noted(exception));
  }

  /** Takes an exception back. */
  public void restore(SignedIn me, long exceptionId) {
    AvailabilityException exception =
        availabilities
            .findException(exceptionId)
            .orElseThrow(() -> Refusal.of(Kind.UNKNOWN, "availability.unknown").asException());
    Office office = arranged(me, exception.office());
    availabilities.remove(exception);
    write(me, office, AvailabilityChange.Action.RESTORE, noted(exception), "");
  }

  /** The appointments that would be left without hours if a rule were changed so. */
  public List<AppointmentView> listOrphansOfChange(SignedIn me, long ruleId, WeeklyHours hours) {
    Availability rule = availabilities.getRule(ruleId);
    Office office = arranged(me, rule.office());
    return orphans(office, ruleId, List.of(rule.wouldBe(hours)));
  }

  /** The appointments that would be left without hours if a rule were removed. */
  public List<AppointmentView> listOrphansOfRemoval(SignedIn me, long ruleId) {
    Office office = arranged(me, availabilities.getRule(ruleId).office());
    return orphans(office, ruleId, List.of());
  }

  /** The appointments that would be left without a desk by an exception. */
  public List<AppointmentView> listOrphansOfException(
      SignedIn me, String officeId, LocalDate day, int fromMinute, int untilMinute, int desks) {
    Office office = arranged(me, officeId);
    AvailabilityException exception =
        new AvailabilityException(office.id(), day, fromMinute, untilMinute, desks, "");
    List<AvailabilityException> all =
        new ArrayList<>(availabilities.listExceptions(office.id(), day, day));
    all.add(exception);
    Timetable timetable = new Timetable(office, availabilities.listRules(office.id()), all);
    Instant now = clock.instant();
    return appointments
        .listBetween(
            office.id(),
            day.atStartOfDay(office.zone()).toInstant(),
            day.plusDays(1).atStartOfDay(office.zone()).toInstant())
        .stream()
        .filter(a -> a.status().isOpen() && a.end().isAfter(now))
        .filter(a -> !timetable.offers(a.place(), a.topic(), a.language()))
        .map(a -> AppointmentView.of(a, office))
        .toList();
  }

  private List<AppointmentView> orphans(
      Office office, long ruleId, Collection<Availability> instead) {
    List<Appointment> open = appointments.listOpenOn(ruleId, clock.instant());
    if (open.isEmpty()) {
      return List.of();
    }
    LocalDate first = office.dayOf(open.get(0).start()).date();
    LocalDate last = office.dayOf(open.get(open.size() - 1).start()).date();
    Timetable timetable =
        new Timetable(office, instead, availabilities.listExceptions(office.id(), first, last));
    return open.stream()
        .filter(a -> !timetable.offers(a.place(), a.topic(), a.language()))
        .map(a -> AppointmentView.of(a, office))
        .toList();
  }

  private void write(
      SignedIn me, Office office, AvailabilityChange.Action action, String before, String after) {
    availabilities.add(
        new AvailabilityChange(
            office.id(), me.counsellor(), action, before, after, clock.instant()));
  }

  private static String noted(AvailabilityException exception) {
    return ArrangementNotation.write(exception.fewerDesks());
  }

  /** Whoever leads an office arranges it; an administrator arranges all. */
  private Office arranged(SignedIn me, String officeId) {
    boolean leads = me.roles().contains(Role.OFFICE_LEAD) && me.worksIn(officeId);
    if (!leads && !me.roles().contains(Role.ADMIN)) {
      throw Refusal.of(Kind.NOT_ALLOWED, "office.notYours").asException();
    }
    return offices.get(officeId);
  }
}
