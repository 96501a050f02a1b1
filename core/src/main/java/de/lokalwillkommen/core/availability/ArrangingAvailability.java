package de.lokalwillkommen.core.availability;

import de.lokalwillkommen.core.booking.Appointment;
import de.lokalwillkommen.core.booking.AppointmentStatus;
import de.lokalwillkommen.core.booking.AppointmentView;
import de.lokalwillkommen.core.booking.Appointments;
import de.lokalwillkommen.core.booking.OpenBook;
import de.lokalwillkommen.core.kernel.BusinessDay;
import de.lokalwillkommen.core.kernel.Changed;
import de.lokalwillkommen.core.kernel.DomainEvents;
import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.kernel.UseCase;
import de.lokalwillkommen.core.offices.Closure;
import de.lokalwillkommen.core.offices.Office;
import de.lokalwillkommen.core.offices.OfficeArranged;
import de.lokalwillkommen.core.offices.OfficeArrangements;
import de.lokalwillkommen.core.offices.Offices;
import de.lokalwillkommen.core.staff.Right;
import de.lokalwillkommen.core.staff.SignedIn;
import de.lokalwillkommen.core.ticketing.TicketStatus;
import de.lokalwillkommen.core.ticketing.Tickets;
import de.lokalwillkommen.core.timetable.Availabilities;
import de.lokalwillkommen.core.timetable.Availability;
import de.lokalwillkommen.core.timetable.AvailabilityException;
import de.lokalwillkommen.core.timetable.ClosedDays;
import de.lokalwillkommen.core.timetable.FewerDesks;
import de.lokalwillkommen.core.timetable.OfficeTerms;
import de.lokalwillkommen.core.timetable.Timetable;
import de.lokalwillkommen.core.timetable.WeeklyHours;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Changes when an office has time for appointments, and on which terms it books them. A change
 * applies from the moment it is saved. It is refused while it would leave appointments without
 * hours or a desk that the caller has not been notified of, including appointments booked a moment
 * ago: each change locks the office's book. Those appointments stay booked until staff moves or
 * cancels them.
 */
@UseCase
public class ArrangingAvailability {

  private static final Set<TicketStatus> IN_LINE =
      EnumSet.of(TicketStatus.WAITING, TicketStatus.PARKED);

  /** More people than wait in any office. */
  private static final int MOST = 1000;

  private Offices offices;
  private OfficeArrangements arrangements;
  private Availabilities availabilities;
  private Appointments appointments;
  private Tickets tickets;
  private OpenBook book;
  private DomainEvents events;
  private Clock clock;

  protected ArrangingAvailability() {}

  @Inject
  ArrangingAvailability(
      Offices offices,
      OfficeArrangements arrangements,
      Availabilities availabilities,
      Appointments appointments,
      Tickets tickets,
      OpenBook book,
      DomainEvents events,
      Clock clock) {
    this.offices = offices;
    this.arrangements = arrangements;
    this.availabilities = availabilities;
    this.appointments = appointments;
    this.tickets = tickets;
    this.book = book;
    this.events = events;
    this.clock = clock;
  }

  /** Adds a rule and returns its identifier. */
  public long add(SignedIn me, String officeId, WeeklyHours hours) {
    Office office = requireMayArrange(me, officeId);
    Availability rule = new Availability(office.id(), hours);
    availabilities.add(rule);
    write(me, office, AvailabilityAction.ADD, "", ArrangementNotation.write(hours));
    return rule.id();
  }

  /** Adds several rules together, such as the same hours on each working day. */
  public void addAll(SignedIn me, String officeId, List<WeeklyHours> hours) {
    hours.forEach(some -> add(me, officeId, some));
  }

  /**
   * Replaces a rule's hours.
   *
   * @param told the identifiers of the appointments that the caller accepts to leave without hours
   *     or a desk
   * @return all appointments that would be left so if there is one the caller has not accepted, and
   *     then nothing has changed; else the empty list
   * @throws de.lokalwillkommen.core.kernel.Refused {@code UNKNOWN} if there is no such rule
   */
  public List<AppointmentView> change(SignedIn me, long ruleId, WeeklyHours hours, Set<Long> told) {
    Availability seen = availabilities.getRule(ruleId);
    Office office = opened(me, seen.office());
    Availability rule = availabilities.getAgain(seen);
    String before = ArrangementNotation.write(rule.hours());
    return saveIfTold(
        orphansOf(office, rule, Stream.of(rule.wouldBe(hours))),
        told,
        () -> {
          rule.arrange(hours);
          String after = ArrangementNotation.write(hours);
          write(me, office, AvailabilityAction.CHANGE, before, after);
        });
  }

  /**
   * Removes a rule.
   *
   * @param told the identifiers of the appointments that the caller accepts to leave without hours
   *     or a desk
   * @return all appointments that would be left so if there is one the caller has not accepted, and
   *     then nothing has changed; else the empty list
   * @throws de.lokalwillkommen.core.kernel.Refused {@code UNKNOWN} if there is no such rule
   */
  public List<AppointmentView> remove(SignedIn me, long ruleId, Set<Long> told) {
    Availability seen = availabilities.getRule(ruleId);
    Office office = opened(me, seen.office());
    Availability rule = availabilities.getAgain(seen);
    return saveIfTold(
        orphansOf(office, rule, Stream.empty()),
        told,
        () -> {
          rule.remove(clock.instant());
          String before = ArrangementNotation.write(rule.hours());
          write(me, office, AvailabilityAction.REMOVE, before, "");
        });
  }

  /**
   * Keeps fewer desks, or none, on one day.
   *
   * @param told the identifiers of the appointments that the caller accepts to leave without a desk
   * @return all appointments that would be left so if there is one the caller has not accepted, and
   *     then nothing has changed; else the empty list
   */
  public List<AppointmentView> except(
      SignedIn me, String officeId, FewerDesks fewer, Set<Long> told) {
    Office office = opened(me, officeId);
    AvailabilityException exception = new AvailabilityException(office.id(), fewer);
    LocalDate day = exception.day();
    List<Availability> rules = availabilities.listRules(office.id());
    List<AvailabilityException> present = availabilities.listExceptions(office.id(), day, day);
    Timetable before = new Timetable(office, rules, present);
    Timetable after =
        new Timetable(
            office, rules, Stream.concat(present.stream(), Stream.of(exception)).toList());
    return saveIfTold(
        orphans(office, before, after, bookedOn(office, day, day)),
        told,
        () -> {
          availabilities.add(exception);
          write(me, office, AvailabilityAction.EXCEPT, "", noted(exception));
        });
  }

  /** Removes an exception. */
  public void restore(SignedIn me, long exceptionId) {
    AvailabilityException seen = getException(availabilities.findException(exceptionId));
    Office office = opened(me, seen.office());
    AvailabilityException exception = getException(availabilities.findAgain(seen));
    availabilities.remove(exception);
    write(me, office, AvailabilityAction.RESTORE, noted(exception), "");
  }

  private static AvailabilityException getException(Optional<AvailabilityException> found) {
    return found.orElseThrow(() -> Refusal.of(Kind.UNKNOWN, "availability.unknown").asException());
  }

  /**
   * The answer to closing an office.
   *
   * @param untold the effect, if it affects people of whom the caller was not told, and then
   *     nothing has changed
   * @param closure the identifier of the closure that applies
   * @param isNew whether it was saved now
   */
  public record Closing(Optional<ClosingEffect> untold, Optional<Long> closure, boolean isNew) {}

  /**
   * Closes the office for some days, for walk-ins too. The same days with the same reason are
   * closed once, so that a caller who has missed the answer can ask again.
   *
   * @param told the people whom the caller accepts to affect
   */
  public Closing close(SignedIn me, String officeId, ClosedDays days, ClosingEffect.Told told) {
    Office office = opened(me, officeId);
    Optional<Closure> same =
        office.closures().stream().filter(closure -> isSame(closure, days)).findFirst();
    if (same.isPresent()) {
      return new Closing(Optional.empty(), same.map(Closure::id), false);
    }
    ClosingEffect effect = effectOf(office, days);
    if (!effect.isCoveredBy(told)) {
      return new Closing(Optional.of(effect), Optional.empty(), false);
    }
    Closure closure = new Closure(days.firstDay(), days.lastDay(), days.reason());
    arrangements.add(closure);
    office.withClosure(closure);
    tell(me, office, AvailabilityAction.CLOSE, "", ArrangementNotation.write(days));
    return new Closing(Optional.empty(), Optional.of(closure.id()), true);
  }

  private static boolean isSame(Closure closure, ClosedDays days) {
    return closure.firstDay().equals(days.firstDay())
        && closure.lastDay().equals(days.lastDay())
        && closure.reason().equals(days.reason());
  }

  /** Days on which the office is closed already affect no person anew. */
  private ClosingEffect effectOf(Office office, ClosedDays days) {
    Instant now = clock.instant();
    LocalDate today = office.dayOf(now).date();
    boolean closesToday = days.include(today) && !office.hours().isClosedOn(today);
    int waiting = closesToday ? tickets.listByStatus(office.id(), today, IN_LINE, MOST).size() : 0;
    List<AppointmentView> booked =
        bookedOn(office, days.firstDay(), days.lastDay()).stream()
            .filter(a -> a.status().isOpen())
            .filter(a -> !office.hours().isClosedOn(office.dayOf(a.start()).date()))
            .map(a -> AppointmentView.of(a, office, now))
            .toList();
    return new ClosingEffect(waiting, booked);
  }

  /**
   * Removes a closure.
   *
   * @throws de.lokalwillkommen.core.kernel.Refused {@code UNKNOWN} if there is no such closure
   */
  public void reopen(SignedIn me, String officeId, long closureId) {
    Office office = opened(me, officeId);
    Closure closure = office.reopen(closureId);
    arrangements.remove(closure);
    ClosedDays days = new ClosedDays(closure.firstDay(), closure.lastDay(), closure.reason());
    tell(me, office, AvailabilityAction.REOPEN, ArrangementNotation.write(days), "");
  }

  /**
   * Changes the terms for new bookings. Existing appointments stay as they are.
   *
   * @throws de.lokalwillkommen.core.kernel.Refused {@code INVALID} if the terms name a topic that
   *     the office does not advise on
   */
  public void bookOn(SignedIn me, String officeId, OfficeTerms terms) {
    Office office = opened(me, officeId);
    if (terms.slots().keySet().stream().anyMatch(topic -> office.findTopic(topic).isEmpty())) {
      throw Refusal.of(Kind.INVALID, "topic.unknown").with("field", "slots").asException();
    }
    String before = ArrangementNotation.write(OfficeTerms.of(office));
    office.bookOn(terms.terms(), terms.slots());
    tell(me, office, AvailabilityAction.TERMS, before, ArrangementNotation.write(terms));
  }

  private void tell(
      SignedIn me, Office office, AvailabilityAction action, String before, String after) {
    write(me, office, action, before, after);
    events.publish(new OfficeArranged(office.id(), clock.instant()));
  }

  /**
   * Locks the office's book, so that no appointment is booked until the change is saved or refused.
   * Returns the office as the database has it, regardless of the cache.
   */
  private Office opened(SignedIn me, String officeId) {
    book.open(clock.instant(), requireMayArrange(me, officeId));
    return arrangements.get(officeId);
  }

  /**
   * Saves a change, unless it would leave an appointment without hours or a desk that the caller
   * has not accepted.
   *
   * @return all appointments that would be left so if there is one the caller has not accepted;
   *     else the empty list
   */
  private static List<AppointmentView> saveIfTold(
      List<AppointmentView> orphans, Set<Long> told, Runnable change) {
    if (!told.containsAll(orphans.stream().map(AppointmentView::id).toList())) {
      return orphans;
    }
    change.run();
    return List.of();
  }

  private List<AppointmentView> orphansOf(
      Office office, Availability rule, Stream<Availability> instead) {
    List<Appointment> booked = appointments.listTakingAfter(office.id(), clock.instant());
    if (booked.isEmpty()) {
      return List.of();
    }
    LocalDate first = office.dayOf(booked.get(0).start()).date();
    LocalDate last = office.dayOf(booked.get(booked.size() - 1).start()).date();
    List<AvailabilityException> exceptions =
        availabilities.listExceptions(office.id(), first, last);
    List<Availability> rules = availabilities.listRules(office.id());
    Stream<Availability> others = rules.stream().filter(r -> r.id() != rule.id());
    return orphans(
        office,
        new Timetable(office, rules, exceptions),
        new Timetable(office, Stream.concat(others, instead).toList(), exceptions),
        booked);
  }

  private List<AppointmentView> orphans(
      Office office, Timetable before, Timetable after, List<Appointment> booked) {
    return Seating.listOrphans(before, after, booked).stream()
        .filter(a -> a.status().isOpen())
        .map(a -> AppointmentView.of(a, office, clock.instant()))
        .toList();
  }

  private List<Appointment> bookedOn(Office office, LocalDate first, LocalDate last) {
    Instant now = clock.instant();
    return appointments
        .listBetween(
            office.id(),
            new BusinessDay(first, office.zone()).begin(),
            new BusinessDay(last, office.zone()).end())
        .stream()
        .filter(a -> AppointmentStatus.TAKING.contains(a.status()) && a.end().isAfter(now))
        .toList();
  }

  private void write(
      SignedIn me, Office office, AvailabilityAction action, String before, String after) {
    events.publish(
        new Changed(
            office.id(),
            me.asAuthor(),
            AvailabilityAction.KIND,
            "",
            action.name(),
            before,
            after,
            clock.instant()));
  }

  private static String noted(AvailabilityException exception) {
    return ArrangementNotation.write(exception.fewerDesks());
  }

  private Office requireMayArrange(SignedIn me, String officeId) {
    if (!me.may(Right.ARRANGE_AVAILABILITY, officeId)) {
      throw Refusal.of(Kind.NOT_ALLOWED, "office.notYours").asException();
    }
    return offices.get(officeId);
  }
}
