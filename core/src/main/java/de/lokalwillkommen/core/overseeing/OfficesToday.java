package de.lokalwillkommen.core.overseeing;

import de.lokalwillkommen.core.booking.AppointmentLists;
import de.lokalwillkommen.core.booking.AppointmentStatus;
import de.lokalwillkommen.core.booking.AppointmentView;
import de.lokalwillkommen.core.calling.LineView;
import de.lokalwillkommen.core.calling.Lines;
import de.lokalwillkommen.core.calling.Routing;
import de.lokalwillkommen.core.dayorders.DayOrders;
import de.lokalwillkommen.core.devices.Devices;
import de.lokalwillkommen.core.enquiries.EnquiryFigures;
import de.lokalwillkommen.core.forecast.Estimates;
import de.lokalwillkommen.core.kernel.ReadModel;
import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.offices.Counter;
import de.lokalwillkommen.core.offices.Office;
import de.lokalwillkommen.core.offices.OfficeProfile.CounterProfile;
import de.lokalwillkommen.core.offices.Offices;
import de.lokalwillkommen.core.overseeing.OfficeToday.Booked;
import de.lokalwillkommen.core.overseeing.OfficeToday.Figures;
import de.lokalwillkommen.core.overseeing.OfficeToday.Hours;
import de.lokalwillkommen.core.overseeing.OfficeToday.Place;
import de.lokalwillkommen.core.overseeing.OfficeToday.Visit;
import de.lokalwillkommen.core.staff.Desks;
import de.lokalwillkommen.core.staff.Desks.Seat;
import de.lokalwillkommen.core.staff.Right;
import de.lokalwillkommen.core.staff.SignedIn;
import de.lokalwillkommen.core.ticketing.OfficeLines;
import de.lokalwillkommen.core.ticketing.Origin;
import de.lokalwillkommen.core.ticketing.Ticket;
import de.lokalwillkommen.core.ticketing.TicketStatus;
import de.lokalwillkommen.core.ticketing.Tickets;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The offices at this moment, for those who lead them. */
@ReadModel
public class OfficesToday {

  private static final Set<TicketStatus> ALL = EnumSet.allOf(TicketStatus.class);
  private static final Set<TicketStatus> GONE =
      EnumSet.of(TicketStatus.NO_SHOW, TicketStatus.CANCELLED, TicketStatus.EXPIRED);

  /** More visits than an office has in a day. */
  private static final int MOST = 2000;

  private Offices offices;
  private OfficeLines lines;
  private Lines views;
  private Tickets tickets;
  private AppointmentLists appointments;
  private Desks desks;
  private Devices devices;
  private Estimates estimates;
  private EnquiryFigures enquiries;
  private Clock clock;

  protected OfficesToday() {}

  @Inject
  OfficesToday(
      Offices offices,
      OfficeLines lines,
      Lines views,
      Tickets tickets,
      AppointmentLists appointments,
      Desks desks,
      Devices devices,
      Estimates estimates,
      EnquiryFigures enquiries,
      Clock clock) {
    this.offices = offices;
    this.lines = lines;
    this.views = views;
    this.tickets = tickets;
    this.appointments = appointments;
    this.desks = desks;
    this.devices = devices;
    this.estimates = estimates;
    this.enquiries = enquiries;
    this.clock = clock;
  }

  /**
   * An office now.
   *
   * @throws de.lokalwillkommen.core.kernel.Refused {@code NOT_ALLOWED} if the person does not lead
   *     its day
   */
  public OfficeToday get(SignedIn me, String officeId) {
    requireLeads(me, officeId);
    Instant now = clock.instant();
    Office office = offices.get(officeId);
    LocalDate today = lines.today(office, now).day();
    LineView line = views.get(officeId);
    List<Ticket> all = tickets.listByStatus(officeId, today, ALL, MOST);
    List<Place> places = places(office, line, all, now);
    DayOrders orders = offices.ordersOf(office, today);
    return new OfficeToday(
        now,
        orders,
        new Hours(
            office.hours().openAt(now).isPresent(),
            office.hours().closing(today),
            office.hours().usualClosing(today)),
        places,
        line(office, line, orders, places, now),
        booked(officeId, today, now),
        devices.listPairedIn(officeId),
        figures(all, enquiries.countOn(officeId, today)));
  }

  /**
   * What is ordered for an office on its present business day.
   *
   * @throws de.lokalwillkommen.core.kernel.Refused {@code NOT_ALLOWED} if the person does not lead
   *     its day; {@code UNKNOWN} if there is no such office
   */
  public DayOrders getOrders(SignedIn me, String officeId) {
    requireLeads(me, officeId);
    Office office = offices.get(officeId);
    return offices.ordersOf(office, lines.today(office, clock.instant()).day());
  }

  private static void requireLeads(SignedIn me, String officeId) {
    if (!me.may(Right.LEAD_DAY, officeId)) {
      throw Refusal.of(Kind.NOT_ALLOWED, "office.notYours").asException();
    }
  }

  private List<Place> places(Office office, LineView line, List<Ticket> all, Instant now) {
    List<Seat> seats = desks.readSeatsIn(office.id());
    List<Place> places =
        office.counters().stream().map(counter -> place(counter, seats, line)).toList();
    Map<Long, CounterProfile> free =
        places.stream()
            .filter(Place::isFree)
            .map(Place::counter)
            .collect(Collectors.toMap(CounterProfile::id, Function.identity()));
    Routing routing =
        new Routing(
            desks.readStaffedIn(office.id()).stream()
                .filter(desk -> free.containsKey(desk.counter()))
                .toList(),
            now);
    Map<Long, List<CounterProfile>> fits =
        all.stream()
            .filter(ticket -> ticket.counter().isPresent())
            .collect(
                Collectors.toMap(
                    Ticket::id,
                    ticket ->
                        routing.countersFor(ticket).stream()
                            .map(desk -> free.get(desk.counter()))
                            .toList()));
    return places.stream().map(place -> withFits(place, fits)).toList();
  }

  private static Place place(Counter counter, List<Seat> seats, LineView line) {
    return new Place(
        new CounterProfile(counter.id(), counter.label(), counter.name()),
        seats.stream().filter(seat -> seat.counter() == counter.id()).toList(),
        line.atCounters().stream()
            .filter(t -> t.counter().filter(c -> c.id() == counter.id()).isPresent())
            .map(ticket -> new Visit(ticket, List.of()))
            .toList());
  }

  private static Place withFits(Place place, Map<Long, List<CounterProfile>> fits) {
    return new Place(
        place.counter(),
        place.people(),
        place.visits().stream()
            .map(
                visit ->
                    new Visit(visit.ticket(), fits.getOrDefault(visit.ticket().id(), List.of())))
            .toList());
  }

  private OfficeToday.Line line(
      Office office, LineView line, DayOrders orders, List<Place> places, Instant now) {
    boolean givesNumbers = office.hours().openAt(now).isPresent() && orders.stop().isEmpty();
    boolean mustWait =
        line.waiting() > 0
            || places.stream().anyMatch(Place::isTaking)
                && places.stream().noneMatch(Place::isFree);
    return new OfficeToday.Line(
        line.waiting(),
        line.rows().stream().map(LineView.Row::waited).max(Duration::compareTo),
        givesNumbers && mustWait
            ? estimates.findForVisitorBehind(line.waiting(), office.id())
            : Optional.empty(),
        line.parked().size(),
        line.missed().size());
  }

  private Booked booked(String office, LocalDate today, Instant now) {
    List<AppointmentView> rest =
        appointments.listOn(office, today).stream()
            .filter(a -> a.status() == AppointmentStatus.BOOKED)
            .toList();
    return new Booked(
        appointments.listDue(office),
        rest.size(),
        rest.stream().filter(a -> a.start().isAfter(now)).findFirst());
  }

  private static Figures figures(List<Ticket> all, int withoutTicket) {
    List<Duration> waits = all.stream().flatMap(OfficesToday::wait).sorted().toList();
    return new Figures(
        all.size(),
        (int) all.stream().filter(t -> t.origin() == Origin.APPOINTMENT).count(),
        (int) all.stream().filter(t -> t.status() == TicketStatus.DONE).count(),
        (int) all.stream().filter(t -> GONE.contains(t.status())).count(),
        withoutTicket,
        waits.isEmpty() ? Optional.empty() : Optional.of(waits.get((waits.size() - 1) / 2)),
        waits.isEmpty() ? Optional.empty() : Optional.of(waits.get(waits.size() - 1)));
  }

  /** Never negative: the ticket may have been issued by a clock that was ahead. */
  private static Stream<Duration> wait(Ticket ticket) {
    return ticket.calledAt().stream()
        .map(at -> Duration.between(ticket.issuedAt(), at))
        .map(wait -> wait.isNegative() ? Duration.ZERO : wait);
  }
}
