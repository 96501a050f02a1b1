package de.lokalwillkommen.core.arranging;

import de.lokalwillkommen.core.arranging.OfficeImpact.Kind;
import de.lokalwillkommen.core.booking.Appointment;
import de.lokalwillkommen.core.booking.Appointments;
import de.lokalwillkommen.core.offices.Counter;
import de.lokalwillkommen.core.offices.Holidays;
import de.lokalwillkommen.core.offices.Office;
import de.lokalwillkommen.core.offices.OfficeData;
import de.lokalwillkommen.core.offices.OpeningHours;
import de.lokalwillkommen.core.offices.OpeningTimes;
import de.lokalwillkommen.core.staff.Staff;
import de.lokalwillkommen.core.texts.ShippedTexts;
import de.lokalwillkommen.core.ticketing.Ticket;
import de.lokalwillkommen.core.ticketing.TicketStatus;
import de.lokalwillkommen.core.ticketing.Tickets;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the people whom a change of an office affects. Part of a use case; locks nothing. */
@Dependent
class Impacts {

  private static final int MOST = 1000;
  private static final Set<TicketStatus> IN_LINE =
      EnumSet.of(TicketStatus.WAITING, TicketStatus.PARKED);
  private static final Set<TicketStatus> AT_COUNTER =
      EnumSet.of(TicketStatus.CALLED, TicketStatus.SERVING);

  private final Tickets tickets;
  private final Appointments appointments;
  private final Staff staff;
  private final Holidays holidays;
  private final ShippedTexts texts;
  private final Clock clock;

  @Inject
  Impacts(
      Tickets tickets,
      Appointments appointments,
      Staff staff,
      Holidays holidays,
      ShippedTexts texts,
      Clock clock) {
    this.tickets = tickets;
    this.appointments = appointments;
    this.staff = staff;
    this.holidays = holidays;
    this.texts = texts;
    this.clock = clock;
  }

  /** The people who wait or have booked for topics that the office gives up. */
  List<OfficeImpact> ofGivingUp(Office office, Set<String> topics) {
    if (topics.isEmpty()) {
      return List.of();
    }
    Stream<String> waiting =
        listTickets(office, IN_LINE).map(Ticket::topic).filter(topics::contains);
    Stream<String> booked = listBooked(office).map(Appointment::topic).filter(topics::contains);
    return Stream.concat(count(Kind.WAITING, waiting), count(Kind.BOOKED, booked)).toList();
  }

  /** An impact for each subject, in their order, with the number of people who have it. */
  private static Stream<OfficeImpact> count(Kind kind, Stream<?> subjects) {
    Map<String, Long> people =
        subjects.collect(
            Collectors.groupingBy(Object::toString, TreeMap::new, Collectors.counting()));
    return people.entrySet().stream()
        .map(e -> new OfficeImpact(kind, e.getKey(), e.getValue().intValue()));
  }

  /**
   * The people whom other data affect: their day becomes a public holiday, their local time
   * changes, or their language is no longer offered at the kiosk.
   */
  List<OfficeImpact> ofArranging(Office office, OfficeData data) {
    DataChange change =
        new DataChange(
            office.zone(), data.zone(), newHolidays(office, data), droppedLanguages(office, data));
    if (change.isHarmless()) {
      return List.of();
    }
    Instant now = clock.instant();
    List<Ticket> waiting = listTickets(office, IN_LINE).toList();
    List<Appointment> booked = listBooked(office).toList();
    boolean concernsLine = change.closes(now) || change.shifts(now);
    long shifted = booked.stream().filter(a -> change.shifts(a.start())).count();
    return Stream.of(
            some(new OfficeImpact(Kind.WAITING, "", concernsLine ? waiting.size() : 0)).stream(),
            count(
                Kind.HOLIDAY,
                booked.stream().map(Appointment::start).filter(change::closes).map(change::dayOf)),
            some(new OfficeImpact(Kind.SHIFTED, "", (int) shifted)).stream(),
            count(
                Kind.WAITING_IN_LANGUAGE,
                waiting.stream().map(Ticket::language).filter(change::drops)),
            count(
                Kind.BOOKED_IN_LANGUAGE,
                booked.stream().map(Appointment::language).filter(change::drops)))
        .flatMap(Function.identity())
        .toList();
  }

  /** The public holidays of the new region on which the office is not closed anyway. */
  private Set<LocalDate> newHolidays(Office office, OfficeData data) {
    LocalDate today = office.dayOf(clock.instant()).date();
    Set<LocalDate> days = new HashSet<>(holidaysOf(data, today));
    days.removeAll(holidaysOf(office.data(), today));
    days.removeIf(office.hours()::isClosedOn);
    return days;
  }

  private Set<String> droppedLanguages(Office office, OfficeData data) {
    Set<String> tags = new HashSet<>(offered(office.languages()));
    offered(data.languages()).forEach(tags::remove);
    return tags;
  }

  /** The languages of a kiosk: those that are named, or all. */
  private List<String> offered(List<String> named) {
    return named.isEmpty() ? texts.languages() : named;
  }

  private Set<LocalDate> holidaysOf(OfficeData data, LocalDate today) {
    return data.holidayRegion().map(region -> holidays.around(region, today)).orElse(Set.of());
  }

  /** The people at a counter that the office gives up. */
  List<OfficeImpact> ofRetiring(Office office, Counter counter) {
    long called =
        listTickets(office, AT_COUNTER)
            .filter(t -> t.counter().filter(c -> c == counter.id()).isPresent())
            .count();
    long seated =
        staff.listOpenShifts(office.id()).stream().filter(s -> s.counter() == counter.id()).count();
    return some(
        new OfficeImpact(Kind.CALLED, counter.label(), (int) called),
        new OfficeImpact(Kind.SEATED, counter.label(), (int) seated));
  }

  /**
   * The people who wait while the office would close earlier today, and those who have booked a
   * time that would no longer lie in the opening hours. Appointments outside the present hours, as
   * by arrangement, are not counted.
   */
  List<OfficeImpact> ofOpening(Office office, List<OpeningTimes> times) {
    OpeningHours before = office.hours();
    OpeningHours after = office.hoursWith(times);
    boolean closesEarlier = closingToday(office, after).isBefore(closingToday(office, before));
    long waiting = closesEarlier ? listTickets(office, IN_LINE).count() : 0;
    Stream<LocalDate> outside =
        listBooked(office)
            .filter(a -> covers(before, a) && !covers(after, a))
            .map(a -> office.dayOf(a.start()).date());
    return Stream.concat(
            some(new OfficeImpact(Kind.WAITING, "", (int) waiting)).stream(),
            count(Kind.OUTSIDE, outside))
        .toList();
  }

  /** When it closes today; now if it is closed. */
  private Instant closingToday(Office office, OpeningHours hours) {
    Instant now = clock.instant();
    LocalDate tomorrow = office.dayOf(now).date().plusDays(1);
    Instant midnight = tomorrow.atStartOfDay(office.zone()).toInstant();
    return hours
        .openAt(now)
        .map(OpeningHours.Window::until)
        .map(until -> until.isBefore(midnight) ? until : midnight)
        .orElse(now);
  }

  private static boolean covers(OpeningHours hours, Appointment appointment) {
    return hours
        .openAt(appointment.start())
        .filter(window -> !appointment.end().isAfter(window.until()))
        .isPresent();
  }

  /** The people who wait or have booked on a day on which the office is closed for good. */
  List<OfficeImpact> ofClosing(Office office, LocalDate firstDay) {
    boolean today = !office.dayOf(clock.instant()).date().isBefore(firstDay);
    long waiting = today ? listTickets(office, IN_LINE).count() : 0;
    long booked =
        listBooked(office).filter(a -> !office.dayOf(a.start()).date().isBefore(firstDay)).count();
    return some(
        new OfficeImpact(Kind.WAITING, "", (int) waiting),
        new OfficeImpact(Kind.BOOKED, "", (int) booked));
  }

  private static List<OfficeImpact> some(OfficeImpact... impacts) {
    return Stream.of(impacts).filter(impact -> impact.people() > 0).toList();
  }

  private Stream<Ticket> listTickets(Office office, Set<TicketStatus> statuses) {
    LocalDate today = office.dayOf(clock.instant()).date();
    return tickets.listByStatus(office.id(), today, statuses, MOST).stream();
  }

  private Stream<Appointment> listBooked(Office office) {
    return appointments.listTakingAfter(office.id(), clock.instant()).stream()
        .filter(a -> a.status().isOpen());
  }
}
