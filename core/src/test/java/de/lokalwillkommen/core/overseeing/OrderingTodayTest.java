package de.lokalwillkommen.core.overseeing;

import static de.lokalwillkommen.core.booking.BookingOffice.hours;
import static de.lokalwillkommen.core.kernel.Refusals.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import de.lokalwillkommen.core.booking.AppointmentView;
import de.lokalwillkommen.core.booking.BookingDesk;
import de.lokalwillkommen.core.dayorders.Announcement;
import de.lokalwillkommen.core.dayorders.DayOrders;
import de.lokalwillkommen.core.dayorders.ForgettingOrders;
import de.lokalwillkommen.core.dayorders.OfficeDay;
import de.lokalwillkommen.core.dayorders.StopReason;
import de.lokalwillkommen.core.kernel.Changed;
import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.offices.Office;
import de.lokalwillkommen.core.offices.OfficeFixture;
import de.lokalwillkommen.core.staff.Role;
import de.lokalwillkommen.core.staff.SignedIn;
import de.lokalwillkommen.core.ticketing.IssuingTickets;
import de.lokalwillkommen.core.ticketing.TicketFixture;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Orders on a Monday at ten in an office that is open round the clock. */
class OrderingTodayTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final int NOON = 12 * 60;

  private final Office hoerde = OfficeFixture.hoerde();
  private final BookingDesk desk =
      new BookingDesk(hoerde, OfficeFixture.eving())
          .with("hoerde", hours(DayOfWeek.MONDAY, 11, 15, 2));
  private final InMemoryOfficeDays days = new InMemoryOfficeDays();
  private final OrderingToday ordering =
      new OrderingToday(
          desk.arrangements,
          days,
          desk.book,
          desk.line,
          desk.tickets,
          desk.known,
          desk.events,
          desk.clock);
  private final IssuingTickets issuing =
      new IssuingTickets(
          OfficeFixture.offices(hoerde, OfficeFixture.eving()),
          desk.tickets,
          desk.line,
          desk.clock);
  private final SignedIn lead = signedIn(Role.OFFICE_LEAD);

  private static SignedIn signedIn(Role role) {
    return new SignedIn(7, "x", "X", Set.of(role), Optional.of("hoerde"), Optional.empty(), "csrf");
  }

  private OrdersSeen seen() {
    LocalDate today = hoerde.dayOf(desk.clock.instant()).date();
    return new OrdersSeen(today, days.ordersOf("hoerde", today).version());
  }

  /** The cache is read again after an order. */
  private void readAgain() {
    hoerde.ordered(days.list("hoerde").stream().map(OfficeDay::orders).toList());
  }

  private void stop() {
    ordering.stop(lead, "hoerde", seen(), StopReason.FEW_COUNSELLORS);
    readAgain();
  }

  private Optional<ClosingImpact> close(Optional<Integer> minute, Optional<String> told) {
    Optional<ClosingImpact> impact = ordering.closeAt(lead, "hoerde", seen(), minute, told);
    readAgain();
    return impact;
  }

  private void visitor() {
    issuing.walkIn("hoerde", TicketFixture.request(OfficeFixture.HOUSING, "de", null));
  }

  @Test
  void aStoppedOfficeTellsWalkInsWhyAndWhenItOpensNext() {
    stop();

    Refusal refusal = refusalOf(this::visitor);

    assertThat(refusal.key()).isEqualTo("office.stopped");
    assertThat(refusal.facts())
        .containsEntry("stop", StopReason.FEW_COUNSELLORS)
        .containsEntry("opensAt", Instant.parse("2026-11-23T23:00:00Z"));
  }

  @Test
  void aStoppedOfficeStillChecksInThoseWhoHaveAnAppointment() {
    AppointmentView booked = desk.booked("hoerde", Instant.parse("2026-11-23T10:00:00Z"));
    stop();
    desk.clock.is(booked.start());

    assertThat(desk.byStaff.checkIn(signedIn(Role.COUNSELLOR), booked.code()).ticket().number())
        .isEqualTo("T001");
  }

  @Test
  void numbersAreGivenAgainWhenTheOrderIsTakenBack() {
    stop();

    ordering.giveNumbersAgain(lead, "hoerde", seen());
    readAgain();

    visitor();
    assertThat(days.ordersOf("hoerde", TODAY).stop()).isEmpty();
  }

  private DayOrders present() {
    return days.ordersOf("hoerde", TODAY);
  }

  private Optional<ClosingImpact> orderAll(DayOrders wanted, Set<String> told) {
    Optional<ClosingImpact> untold = ordering.orderAll(lead, "hoerde", seen(), wanted, told);
    readAgain();
    return untold;
  }

  @Test
  void severalOrdersAreOneChangeAndEachIsInTheHistory() {
    Announcement lift = Announcement.of(Announcement.Kind.NO_LIFT);
    DayOrders wanted =
        DayOrders.none(TODAY)
            .withStop(Optional.of(StopReason.FAULT))
            .withClosing(Optional.of(NOON))
            .withAnnouncement(Optional.of(lift));

    assertThat(orderAll(wanted, Set.of())).isEmpty();

    assertThat(present().stop()).contains(StopReason.FAULT);
    assertThat(present().closesMinute()).contains(NOON);
    assertThat(present().announcement()).contains(lift);
    assertThat(desk.events.published(Changed.class))
        .extracting(Changed::action)
        .containsExactly("CLOSING", "STOP", "ANNOUNCE");
    assertThat(days.list("hoerde")).hasSize(1);

    orderAll(present(), Set.of());
    assertThat(desk.events.published(Changed.class)).as("nothing new is no order").hasSize(3);
    orderAll(present().withStop(Optional.empty()), Set.of());
    assertThat(present().stop()).isEmpty();
    assertThat(present().closesMinute()).contains(NOON);
  }

  @Test
  void severalOrdersOfWhichOneAffectsPeopleAreRefusedTogether() {
    visitor();
    DayOrders wanted =
        DayOrders.none(TODAY)
            .withStop(Optional.of(StopReason.FAULT))
            .withClosing(Optional.of(NOON));

    ClosingImpact impact = orderAll(wanted, Set.of()).orElseThrow();
    assertThat(present()).isEqualTo(DayOrders.none(TODAY));

    assertThat(orderAll(wanted, Set.of(impact.key()))).isEmpty();
    assertThat(present().stop()).contains(StopReason.FAULT);
  }

  @Test
  void anOrderIsOverAtMidnight() {
    stop();
    close(Optional.of(NOON), Optional.empty());

    desk.clock.is(Instant.parse("2026-11-24T11:30:00Z"));

    visitor();
    assertThat(hoerde.hours().openAt(desk.clock.instant())).isPresent();
  }

  @Test
  void theSecondOfTwoLeadsIsTold() {
    OrdersSeen both = seen();
    ordering.stop(lead, "hoerde", both, StopReason.UNTOLD);

    Refusal refusal =
        refusalOf(
            () -> ordering.closeAt(lead, "hoerde", both, Optional.of(NOON), Optional.empty()));

    assertThat(refusal.kind()).isEqualTo(Refusal.Kind.CHANGED_MEANWHILE);
    assertThat(refusal.key()).isEqualTo("day.changedMeanwhile");
  }

  @Test
  void anOrderSentAfterMidnightIsNotOneForTheNewDay() {
    OrdersSeen yesterday = seen();
    desk.clock.is(Instant.parse("2026-11-23T23:00:01Z"));

    assertThat(refusalOf(() -> ordering.stop(lead, "hoerde", yesterday, StopReason.UNTOLD)).key())
        .isEqualTo("day.over");
  }

  @Test
  void theOrdersOfADaySurviveAClockThatWasAheadForAWhile() {
    stop();
    desk.clock.is(Instant.parse("2026-11-25T09:00:00Z"));
    ordering.announce(
        lead, "hoerde", seen(), Optional.of(Announcement.of(Announcement.Kind.NO_LIFT)));
    desk.clock.is(TicketFixture.TEN.plusSeconds(60));
    readAgain();

    assertThat(refusalOf(this::visitor).key()).isEqualTo("office.stopped");
    assertThat(hoerde.announcementAt(desk.clock.instant())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"COUNSELLOR", "COORDINATION", "AUDITOR"})
  void onlyThoseWhoLeadOrderAnything(Role role) {
    assertThat(
            refusalOf(() -> ordering.stop(signedIn(role), "hoerde", seen(), StopReason.UNTOLD))
                .kind())
        .isEqualTo(Refusal.Kind.NOT_ALLOWED);
  }

  @Test
  void aLeadOrdersNothingInAnotherOffice() {
    OrdersSeen there = new OrdersSeen(TODAY, 0);

    assertThat(refusalOf(() -> ordering.stop(lead, "eving", there, StopReason.UNTOLD)).kind())
        .isEqualTo(Refusal.Kind.NOT_ALLOWED);
  }

  @Test
  void thoseWhomAnEarlierClosingAffectsAreShownBeforeItIsSaved() {
    visitor();
    desk.booked("hoerde", Instant.parse("2026-11-23T10:30:00Z"));
    AppointmentView late = desk.booked("hoerde", Instant.parse("2026-11-23T11:00:00Z"));

    ClosingImpact impact = close(Optional.of(NOON), Optional.empty()).orElseThrow();

    assertThat(impact.waiting()).isEqualTo(1);
    assertThat(impact.booked()).extracting(AppointmentView::code).containsExactly(late.code());
    assertThat(impact.closesAt()).isEqualTo(Instant.parse("2026-11-23T11:00:00Z"));
    assertThat(days.ordersOf("hoerde", TODAY).version()).isZero();

    visitor();
    assertThat(close(Optional.of(NOON), Optional.of(impact.key())).orElseThrow().waiting())
        .isEqualTo(2);
    visitor();
    ClosingImpact third = close(Optional.of(NOON), Optional.empty()).orElseThrow();
    assertThat(close(Optional.of(NOON), Optional.of(third.key()))).isEmpty();
    assertThat(days.ordersOf("hoerde", TODAY).closesMinute()).contains(NOON);
  }

  @Test
  void openingLongerAffectsNobody() {
    visitor();
    ClosingImpact impact = close(Optional.of(NOON), Optional.empty()).orElseThrow();
    close(Optional.of(NOON), Optional.of(impact.key()));

    assertThat(close(Optional.of(NOON + 60), Optional.empty())).isEmpty();
    assertThat(close(Optional.empty(), Optional.empty())).isEmpty();
    assertThat(hoerde.ordersOf(TODAY).closesMinute()).isEmpty();
  }

  @Test
  void noTimeAfterAnEarlierClosingCanBeBooked() {
    close(Optional.of(NOON), Optional.empty());

    assertThat(refusalOf(() -> desk.booked("hoerde", Instant.parse("2026-11-23T10:45:00Z"))).key())
        .isEqualTo("slot.taken");
    assertThat(refusalOf(() -> desk.booked("hoerde", Instant.parse("2026-11-23T11:00:00Z"))).key())
        .isEqualTo("slot.taken");
    assertThat(desk.booked("hoerde", Instant.parse("2026-11-23T10:30:00Z"))).isNotNull();
    assertThat(desk.booked("hoerde", Instant.parse("2026-11-30T11:00:00Z"))).isNotNull();
  }

  @ParameterizedTest
  @CsvSource({"594, day.closes.past", "1441, day.closes", "-1, day.closes"})
  void aTimeThatCannotBeIsRefused(int minute, String key) {
    assertThat(refusalOf(() -> close(Optional.of(minute), Optional.empty())).key()).isEqualTo(key);
  }

  @Test
  void anOfficeCanCloseAtOnceAndOpenAgain() {
    close(Optional.of(600), Optional.empty());
    assertThat(refusalOf(this::visitor).key()).isEqualTo("office.closed");

    desk.clock.is(TicketFixture.TEN.plus(Duration.ofMinutes(20)));
    close(Optional.of(NOON), Optional.empty());

    visitor();
  }

  @Test
  void onlyALanguageThatVisitorsCanChooseIsAnnouncedAsMissing() {
    Optional<Announcement> unknown = Optional.of(Announcement.without("klingon"));

    assertThat(refusalOf(() -> ordering.announce(lead, "hoerde", seen(), unknown)).facts())
        .containsEntry("field", "language");
    DayOrders wanted = DayOrders.none(TODAY).withAnnouncement(unknown);
    assertThat(refusalOf(() -> orderAll(wanted, Set.of())).key()).isEqualTo("day.language");
    assertThat(present().announcement()).isEmpty();
  }

  @Test
  void anAnnouncementEndsWhenTheOfficeCloses() {
    close(Optional.of(NOON), Optional.empty());
    ordering.announce(lead, "hoerde", seen(), Optional.of(Announcement.without("ar")));
    readAgain();

    assertThat(hoerde.announcementAt(Instant.parse("2026-11-23T10:59:59Z")))
        .contains(Announcement.without("ar"));
    assertThat(hoerde.announcementAt(Instant.parse("2026-11-23T11:00:00Z"))).isEmpty();
  }

  @Test
  void theHistoryGetsWhatWasOrderedBeforeAndAfter() {
    stop();
    ordering.announce(
        lead, "hoerde", seen(), Optional.of(Announcement.own(Map.of("de", "Heute mit Kaffee"))));

    assertThat(desk.events.published(Changed.class))
        .extracting(Changed::action, Changed::before, Changed::after)
        .containsExactly(
            tuple("STOP", "", "{\"v\":1,\"stop\":\"FEW_COUNSELLORS\"}"),
            tuple(
                "ANNOUNCE",
                "{\"v\":1,\"stop\":\"FEW_COUNSELLORS\"}",
                "{\"v\":1,\"stop\":\"FEW_COUNSELLORS\",\"announcement\":\"OWN\","
                    + "\"de\":\"Heute mit Kaffee\"}"));
  }

  @Test
  void theOrdersOfPastDaysGoStepByStep() {
    ForgettingOrders forgetting = new ForgettingOrders(days, desk.clock);
    LocalDate today = LocalDate.ofInstant(desk.clock.instant(), ZoneOffset.UTC);
    for (int ago = 30; ago < 180; ago++) {
      days.add(new OfficeDay("hoerde", today.minusDays(ago)));
    }

    assertThat(forgetting.forget()).isTrue();
    assertThat(days.list("hoerde")).hasSize(50);
    assertThat(forgetting.forget()).isFalse();
    assertThat(days.list("hoerde")).isEmpty();
  }

  @Test
  void theOrdersOfADayGoAWeekAfterIt() {
    ForgettingOrders forgetting = new ForgettingOrders(days, desk.clock);
    stop();

    desk.clock.is(Instant.parse("2026-11-30T23:59:59Z"));
    forgetting.forget();
    assertThat(days.list("hoerde")).hasSize(1);

    desk.clock.is(Instant.parse("2026-12-01T00:00:00Z"));
    forgetting.forget();
    assertThat(days.list("hoerde")).isEmpty();
  }
}
