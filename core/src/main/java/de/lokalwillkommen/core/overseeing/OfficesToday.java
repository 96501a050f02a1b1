package de.lokalwillkommen.core.overseeing;

import de.lokalwillkommen.core.booking.AppointmentLists;
import de.lokalwillkommen.core.booking.AppointmentStatus;
import de.lokalwillkommen.core.booking.AppointmentView;
import de.lokalwillkommen.core.calling.LineView;
import de.lokalwillkommen.core.calling.Lines;
import de.lokalwillkommen.core.devices.Devices;
import de.lokalwillkommen.core.forecast.Estimates;
import de.lokalwillkommen.core.kernel.ReadModel;
import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.offices.Office;
import de.lokalwillkommen.core.offices.OfficeProfile.CounterProfile;
import de.lokalwillkommen.core.offices.Offices;
import de.lokalwillkommen.core.overseeing.OfficeToday.Booked;
import de.lokalwillkommen.core.overseeing.OfficeToday.Figures;
import de.lokalwillkommen.core.overseeing.OfficeToday.Hours;
import de.lokalwillkommen.core.overseeing.OfficeToday.Place;
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
import java.util.Optional;
import java.util.Set;
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
      Clock clock) {
    this.offices = offices;
    this.lines = lines;
    this.views = views;
    this.tickets = tickets;
    this.appointments = appointments;
    this.desks = desks;
    this.devices = devices;
    this.estimates = estimates;
    this.clock = clock;
  }

  /**
   * An office now.
   *
   * @throws de.lokalwillkommen.core.kernel.Refused {@code NOT_ALLOWED} if the person does not lead
   *     its day
   */
  public OfficeToday get(SignedIn me, String officeId) {
    if (!me.may(Right.LEAD_DAY, officeId)) {
      throw Refusal.of(Kind.NOT_ALLOWED, "office.notYours").asException();
    }
    Instant now = clock.instant();
    Office office = offices.get(officeId);
    LocalDate today = lines.today(office, now).day();
    LineView line = views.get(officeId);
    return new OfficeToday(
        now,
        offices.ordersOf(office, today),
        new Hours(
            office.hours().openAt(now).isPresent(),
            office.hours().closing(today),
            office.hours().usualClosing(today)),
        places(office, line),
        line(office, line),
        booked(officeId, today, now),
        devices.listSilentIn(officeId),
        figures(tickets.listByStatus(officeId, today, ALL, MOST)));
  }

  private List<Place> places(Office office, LineView line) {
    List<Seat> seats = desks.readSeatsIn(office.id());
    return office.counters().stream()
        .map(
            counter ->
                new Place(
                    new CounterProfile(counter.id(), counter.label(), counter.name()),
                    seats.stream().filter(seat -> seat.counter() == counter.id()).toList(),
                    line.atCounters().stream()
                        .filter(t -> t.counter().filter(c -> c.id() == counter.id()).isPresent())
                        .toList()))
        .toList();
  }

  private OfficeToday.Line line(Office office, LineView line) {
    return new OfficeToday.Line(
        line.waiting(),
        line.rows().stream().map(LineView.Row::waited).max(Duration::compareTo),
        estimates.findForVisitorBehind(line.waiting(), office.id()),
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

  private static Figures figures(List<Ticket> all) {
    List<Duration> waits = all.stream().flatMap(OfficesToday::wait).sorted().toList();
    return new Figures(
        all.size(),
        (int) all.stream().filter(t -> t.origin() == Origin.APPOINTMENT).count(),
        (int) all.stream().filter(t -> t.status() == TicketStatus.DONE).count(),
        (int) all.stream().filter(t -> GONE.contains(t.status())).count(),
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
