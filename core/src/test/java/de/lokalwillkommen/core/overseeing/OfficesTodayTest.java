package de.lokalwillkommen.core.overseeing;

import static de.lokalwillkommen.core.booking.BookingOffice.hours;
import static de.lokalwillkommen.core.kernel.Refusals.refusalOf;
import static de.lokalwillkommen.core.offices.OfficeFixture.COUNTER_1;
import static de.lokalwillkommen.core.offices.OfficeFixture.COUNTER_2;
import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.core.booking.AppointmentView;
import de.lokalwillkommen.core.booking.BookingDesk;
import de.lokalwillkommen.core.calling.CallingFixture;
import de.lokalwillkommen.core.calling.CallingTickets;
import de.lokalwillkommen.core.calling.Lines;
import de.lokalwillkommen.core.dayorders.DayOrders;
import de.lokalwillkommen.core.dayorders.StopReason;
import de.lokalwillkommen.core.devices.DeviceData;
import de.lokalwillkommen.core.devices.DeviceRole;
import de.lokalwillkommen.core.devices.DeviceState;
import de.lokalwillkommen.core.devices.DeviceView;
import de.lokalwillkommen.core.devices.Devices;
import de.lokalwillkommen.core.enquiries.EnquiryFigures;
import de.lokalwillkommen.core.forecast.Estimates;
import de.lokalwillkommen.core.forecast.QueueLengthForecast;
import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.offices.Office;
import de.lokalwillkommen.core.offices.OfficeFixture;
import de.lokalwillkommen.core.offices.OfficeProfile.CounterProfile;
import de.lokalwillkommen.core.offices.Offices;
import de.lokalwillkommen.core.staff.Counsellor;
import de.lokalwillkommen.core.staff.CounterShift;
import de.lokalwillkommen.core.staff.Desks;
import de.lokalwillkommen.core.staff.InMemoryStaff;
import de.lokalwillkommen.core.staff.PasswordHash;
import de.lokalwillkommen.core.staff.Presence;
import de.lokalwillkommen.core.staff.Role;
import de.lokalwillkommen.core.staff.SignedIn;
import de.lokalwillkommen.core.staff.Skills;
import de.lokalwillkommen.core.ticketing.IssuingTickets;
import de.lokalwillkommen.core.ticketing.TicketFixture;
import de.lokalwillkommen.core.ticketing.TicketView;
import de.lokalwillkommen.core.today.InMemoryDayMemory;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What an office lead sees on a Monday from ten. */
class OfficesTodayTest {

  private static final PasswordHash PASSWORD = PasswordHash.of("as long as needed");

  private final Office hoerde = OfficeFixture.hoerde();
  private final Offices offices = OfficeFixture.offices(hoerde, OfficeFixture.eving());
  private final BookingDesk desk =
      new BookingDesk(hoerde, OfficeFixture.eving())
          .with("hoerde", hours(DayOfWeek.MONDAY, 10, 15, 2));
  private final InMemoryStaff staff = new InMemoryStaff();
  private final Desks desks = new Desks(staff, desk.clock);
  private final IssuingTickets issuing =
      new IssuingTickets(offices, desk.tickets, desk.line, desk.clock);
  private final CallingTickets calling =
      CallingFixture.calling(
          offices, desk.tickets, desk.line, desks, new InMemoryDayMemory(), desk.clock);
  private final OfficesToday today =
      new OfficesToday(
          offices,
          desk.lines,
          new Lines(offices, desk.lines, desk.tickets, desks, desk.clock),
          desk.tickets,
          desk.lists,
          desks,
          new KnownDevices(),
          new Estimates(offices, desks, new QueueLengthForecast(), desk.clock),
          new TwoEnquiries(),
          desk.clock);
  private final SignedIn lead = signedIn(Role.OFFICE_LEAD);

  private final List<DeviceView> paired = new ArrayList<>();

  private final class KnownDevices extends Devices {

    @Override
    public List<DeviceView> listPairedIn(String office) {
      return paired;
    }
  }

  private static DeviceView deviceSeenAt(String name, Instant seenAt) {
    return new DeviceView(
        1,
        1,
        DeviceRole.KIOSK,
        new DeviceData("hoerde", name),
        seenAt,
        Optional.of(seenAt),
        DeviceState.PAIRED,
        Optional.empty());
  }

  private static final class TwoEnquiries extends EnquiryFigures {

    @Override
    public int countOn(String office, LocalDate day) {
      return 2;
    }
  }

  private static SignedIn signedIn(Role role) {
    return new SignedIn(
        7, "x", "X", Set.of(role), Optional.of("hoerde"), Optional.of(COUNTER_1), "csrf");
  }

  private static SignedIn at(long counter) {
    return new SignedIn(
        8, "y", "Y", Set.of(Role.COUNSELLOR), Optional.of("hoerde"), Optional.of(counter), "csrf");
  }

  private TicketView visitor() {
    return issuing
        .walkIn("hoerde", TicketFixture.request(OfficeFixture.HOUSING, "de", null))
        .ticket();
  }

  private OfficeToday now() {
    return today.get(lead, "hoerde");
  }

  private CounterShift seated(String name, long counter, Set<String> topics) {
    Skills skills = new Skills(Set.of(), topics);
    Counsellor person =
        new Counsellor(name, name, "city", "hoerde", Set.of(Role.COUNSELLOR), skills, PASSWORD);
    staff.add(person);
    CounterShift shift =
        new CounterShift("hoerde", counter, person.id(), skills, desk.clock.instant());
    staff.add(shift);
    return shift;
  }

  private List<String> fitsOf(int place) {
    return now().counters().get(place).visits().get(0).fits().stream()
        .map(CounterProfile::name)
        .toList();
  }

  @Test
  void aVisitIsHandedOnByOneClickToAFreeCounterThatFits() {
    seated("Amal", COUNTER_1, Set.of());
    calling.call(lead, visitor().id());
    assertThat(fitsOf(0)).as("no other counter is staffed").isEmpty();

    CounterShift other = seated("Bela", COUNTER_2, Set.of(OfficeFixture.LETTERS));
    assertThat(fitsOf(0)).as("better than none").containsExactly("Raum 2");
    other.turnTo(Presence.BREAK);
    assertThat(fitsOf(0)).isEmpty();
    other.turnTo(Presence.AVAILABLE);
    calling.call(at(COUNTER_2), visitor().id());
    assertThat(fitsOf(0)).as("a visitor is there").isEmpty();
  }

  @Test
  void nobodyWaitsBesideAnEstimateOnlyWhileEveryCounterIsBusy() {
    assertThat(now().line().estimate()).as("no counter is staffed").isEmpty();
    seated("Amal", COUNTER_1, Set.of());
    assertThat(now().line().estimate()).as("a counter is free").isEmpty();
    calling.call(lead, visitor().id());
    assertThat(now().line().waiting()).isZero();
    assertThat(now().line().estimate()).isPresent();
  }

  @Test
  void whereNoNumbersAreGivenNoWaitIsEstimated() {
    visitor();
    LocalDate day = LocalDate.of(2026, 11, 23);
    hoerde.ordered(List.of(DayOrders.none(day).withStop(Optional.of(StopReason.UNTOLD))));
    assertThat(now().line().estimate()).isEmpty();

    hoerde.ordered(List.of(DayOrders.none(day).withClosing(Optional.of(9 * 60))));
    assertThat(now().line().estimate()).isEmpty();
  }

  @Test
  void itShowsWhoIsAtACounterAndWhichVisitorIsThere() {
    CounterShift shift = seated("Amal", COUNTER_1, Set.of());
    shift.turnTo(Presence.BREAK);
    TicketView first = visitor();
    desk.clock.passes(Duration.ofMinutes(4));
    calling.call(lead, first.id());

    OfficeToday.Place place = now().counters().get(0);

    assertThat(place.counter().name()).isEqualTo("Raum 1");
    assertThat(place.people()).containsExactly(new Desks.Seat(COUNTER_1, "Amal", Presence.BREAK));
    TicketView there = place.visits().get(0).ticket();
    assertThat(place.visits()).hasSize(1);
    assertThat(there.number()).isEqualTo("A001");
    assertThat(there.since()).isEqualTo(desk.clock.instant());
    assertThat(now().counters().get(1).people()).isEmpty();
    assertThat(now().counters().get(1).visits()).isEmpty();
  }

  @Test
  void itShowsHowLongTheLineIs() {
    visitor();
    desk.clock.passes(Duration.ofMinutes(12));
    visitor();
    calling.park(lead, visitor().id(), Duration.ofMinutes(30));

    OfficeToday.Line line = now().line();

    assertThat(line.waiting()).isEqualTo(2);
    assertThat(line.longest()).contains(Duration.ofMinutes(12));
    assertThat(line.estimate()).isPresent();
    assertThat(line.parked()).isEqualTo(1);
  }

  @Test
  void theFiguresAreThoseOfAllVisitsTogether() {
    List<TicketView> visitors = List.of(visitor(), visitor(), visitor(), visitor());
    for (int minutes : List.of(3, 4, 23)) {
      desk.clock.passes(Duration.ofMinutes(minutes));
      TicketView next = calling.next(lead, COUNTER_1).orElseThrow();
      calling.noShow(lead, next.id());
    }

    OfficeToday.Figures figures = now().figures();

    assertThat(figures.visits()).isEqualTo(visitors.size());
    assertThat(figures.left()).isEqualTo(3);
    assertThat(figures.served()).isZero();
    assertThat(figures.withAppointment()).isZero();
    assertThat(figures.withoutTicket()).isEqualTo(2);
    assertThat(figures.median()).contains(Duration.ofMinutes(7));
    assertThat(figures.longest()).contains(Duration.ofMinutes(30));
  }

  @Test
  void itShowsWhatIsStillBooked() {
    AppointmentView due = desk.booked("hoerde", Instant.parse("2026-11-23T09:30:00Z"));
    AppointmentView later = desk.booked("hoerde", Instant.parse("2026-11-23T12:00:00Z"));
    desk.booked("hoerde", Instant.parse("2026-11-30T12:00:00Z"));
    desk.clock.passes(Duration.ofMinutes(40));

    OfficeToday.Booked booked = now().booked();

    assertThat(booked.due()).extracting(AppointmentView::code).containsExactly(due.code());
    assertThat(booked.rest()).isEqualTo(2);
    assertThat(booked.next().map(AppointmentView::code)).contains(later.code());
  }

  @Test
  void aDeviceThatDoesNotComeIsNamedAmongThoseThatArePaired() {
    Instant now = desk.clock.instant();
    paired.add(deviceSeenAt("Eingang", now));
    paired.add(deviceSeenAt("Flur", now.minus(Duration.ofHours(1))));

    OfficeToday seen = today.get(lead, "hoerde");

    assertThat(seen.devices()).hasSize(2);
    assertThat(seen.silentDevices())
        .extracting(device -> device.data().name())
        .containsExactly("Flur");
  }

  @Test
  void onlyThoseWhoLeadTheOfficeSeeIt() {
    assertThat(refusalOf(() -> today.get(signedIn(Role.COUNSELLOR), "hoerde")).kind())
        .isEqualTo(Refusal.Kind.NOT_ALLOWED);
    assertThat(refusalOf(() -> today.get(lead, "eving")).kind())
        .isEqualTo(Refusal.Kind.NOT_ALLOWED);
    assertThat(today.get(signedIn(Role.ADMIN), "eving").counters()).hasSize(2);
  }
}
