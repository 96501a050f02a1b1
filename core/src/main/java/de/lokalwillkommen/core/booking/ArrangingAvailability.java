package de.lokalwillkommen.core.booking;

import de.lokalwillkommen.core.kernel.DomainEvents;
import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.kernel.UseCase;
import de.lokalwillkommen.core.offices.Closure;
import de.lokalwillkommen.core.offices.Office;
import de.lokalwillkommen.core.offices.OfficeArranged;
import de.lokalwillkommen.core.offices.OfficeArrangements;
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
import java.util.stream.Stream;

/**
 * Changing when an office has time for appointments, and on which terms it books them. A change
 * holds from the moment it is saved. Appointments that it would leave without hours are listed
 * before; they stay booked until staff moves or cancels them.
 */
@UseCase
public class ArrangingAvailability {

  private Offices offices;
  private OfficeArrangements arrangements;
  private Availabilities availabilities;
  private Appointments appointments;
  private DomainEvents events;
  private Clock clock;

  protected ArrangingAvailability() {}

  @Inject
  ArrangingAvailability(
      Offices offices,
      OfficeArrangements arrangements,
      Availabilities availabilities,
      Appointments appointments,
      DomainEvents events,
      Clock clock) {
    this.offices = offices;
    this.arrangements = arrangements;
    this.availabilities = availabilities;
    this.appointments = appointments;
    this.events = events;
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

  /** Closes the office for some days, for walk-ins too. */
  public void close(SignedIn me, String officeId, ClosedDays days) {
    Office office = toChange(me, officeId);
    Closure closure = new Closure(days.firstDay(), days.lastDay(), days.reason());
    arrangements.add(closure);
    office.withClosure(closure);
    arranged(me, office, AvailabilityChange.Action.CLOSE, "", ArrangementNotation.write(days));
  }

  /**
   * Takes a closure back.
   *
   * @throws de.lokalwillkommen.core.kernel.Refused {@code UNKNOWN} if there is none any more
   */
  public void reopen(SignedIn me, String officeId, long closureId) {
    Office office = toChange(me, officeId);
    Closure closure = office.reopen(closureId);
    arrangements.remove(closure);
    ClosedDays days = new ClosedDays(closure.firstDay(), closure.lastDay(), closure.reason());
    arranged(me, office, AvailabilityChange.Action.REOPEN, ArrangementNotation.write(days), "");
  }

  /**
   * Books on other terms from now on. What is booked stays as it is.
   *
   * @throws de.lokalwillkommen.core.kernel.Refused {@code INVALID} if slots are named for a topic
   *     that the office does not advise on
   */
  public void bookOn(SignedIn me, String officeId, OfficeTerms terms) {
    Office office = toChange(me, officeId);
    if (terms.slots().keySet().stream().anyMatch(topic -> office.findTopic(topic).isEmpty())) {
      throw Refusal.of(Kind.INVALID, "topic.unknown").with("field", "slots").asException();
    }
    String before = ArrangementNotation.write(OfficeTerms.of(office));
    office.bookOn(terms.terms(), terms.slots());
    arranged(me, office, AvailabilityChange.Action.TERMS, before, ArrangementNotation.write(terms));
  }

  private Office toChange(SignedIn me, String officeId) {
    return arrangements.get(arranged(me, officeId).id());
  }

  private void arranged(
      SignedIn me, Office office, AvailabilityChange.Action action, String before, String after) {
    write(me, office, action, before, after);
    events.publish(new OfficeArranged(office.id(), clock.instant()));
  }

  /** The appointments on days that would be closed. */
  public List<AppointmentView> listOrphansOfClosure(SignedIn me, String officeId, ClosedDays days) {
    Office office = arranged(me, officeId);
    return openOn(office, days.firstDay(), days.lastDay())
        .map(a -> AppointmentView.of(a, office, clock.instant()))
        .toList();
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
    return openOn(office, day, day)
        .filter(a -> !timetable.offers(a.place(), a.topic(), a.language()))
        .map(a -> AppointmentView.of(a, office, clock.instant()))
        .toList();
  }

  private Stream<Appointment> openOn(Office office, LocalDate first, LocalDate last) {
    Instant now = clock.instant();
    return appointments
        .listBetween(
            office.id(),
            first.atStartOfDay(office.zone()).toInstant(),
            last.plusDays(1).atStartOfDay(office.zone()).toInstant())
        .stream()
        .filter(a -> a.status().isOpen() && a.end().isAfter(now));
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
        .map(a -> AppointmentView.of(a, office, clock.instant()))
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
