package de.lokalwillkommen.core.booking;

import static de.lokalwillkommen.core.booking.BookingOffice.hours;
import static de.lokalwillkommen.core.booking.BookingOffice.wish;
import static de.lokalwillkommen.core.kernel.Refusals.refusalOf;
import static de.lokalwillkommen.core.ticketing.TicketFixture.TEN;
import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.core.offices.Office;
import de.lokalwillkommen.core.offices.OfficeFixture;
import de.lokalwillkommen.core.ticketing.Actor;
import de.lokalwillkommen.core.timetable.Availability;
import de.lokalwillkommen.core.timetable.AvailabilityException;
import de.lokalwillkommen.core.timetable.FewerDesks;
import de.lokalwillkommen.core.waitlist.OfferView;
import de.lokalwillkommen.core.waitlist.WaitlistFixture;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Desks are removed and appointments stay: there are never more appointments than the office has
 * capacity for.
 */
class CapacityTest {

  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 30);
  private static final Instant ELEVEN = TEN.plus(Duration.ofDays(7)).plus(Duration.ofHours(1));
  private static final Duration HALF = Duration.ofMinutes(30);

  private final Office hoerde = OfficeFixture.hoerde();
  private final BookingDesk desk = new BookingDesk(hoerde);

  private Availability rule(int from, int until, int desks) {
    Availability rule = new Availability("hoerde", hours(DayOfWeek.MONDAY, from, until, desks));
    desk.availabilities.add(rule);
    return rule;
  }

  private void leaves(int fromMinute, int untilMinute, int desks) {
    desk.availabilities.add(
        new AvailabilityException(
            "hoerde", new FewerDesks(MONDAY, fromMinute, untilMinute, desks, "")));
  }

  private AppointmentView byStaff(String topic, Instant start) {
    return desk.booking.bookAtOnce(
        new BookingWish(
            new Slot.Id("hoerde", start),
            topic,
            "de",
            Channel.STAFF,
            Optional.empty(),
            Optional.empty(),
            Optional.empty()));
  }

  private AppointmentView byStaff(Instant start) {
    return byStaff(OfficeFixture.LETTERS, start);
  }

  /** The number of free slots at that time. */
  private int free(String topic, Instant start) {
    List<Slot> all =
        desk.finding.list(SlotQuery.in("hoerde", topic, "de", Channel.KIOSK, SlotQuery.MOST));
    return all.stream().filter(s -> s.start().equals(start)).mapToInt(Slot::free).sum();
  }

  private int free(Instant start) {
    return free(OfficeFixture.LETTERS, start);
  }

  private void assertNoEntryGets(Instant start) {
    assertThat(free(start)).isZero();
    assertThat(refusalOf(() -> desk.booking.hold(wish("hoerde", start))).key())
        .isEqualTo("slot.taken");
  }

  @Test
  void theRemainingDeskBelongsToTheStaffBookingAtTheRemovedOne() {
    rule(11, 14, 2);
    byStaff(ELEVEN);

    leaves(660, 840, 1);

    assertNoEntryGets(ELEVEN);
    assertThat(free(ELEVEN.plus(HALF))).isEqualTo(1);
  }

  @Test
  void ofThreeDesksTwoAreLeftAndOneIsTakenByTheThird() {
    rule(11, 14, 3);
    byStaff(ELEVEN);

    leaves(660, 840, 2);

    assertThat(free(ELEVEN)).isEqualTo(1);
    assertThat(free(ELEVEN.plus(HALF))).isEqualTo(2);
  }

  @Test
  void aRuleWithADeskLessCountsTheAppointmentAtTheRemovedOne() {
    Availability rule = rule(11, 14, 2);
    byStaff(ELEVEN);

    rule.arrange(hours(DayOfWeek.MONDAY, 11, 14, 1));

    assertNoEntryGets(ELEVEN);
  }

  @Test
  void cancellingAtTheRemainingDeskFreesItForTheOther() {
    rule(11, 14, 2);
    BookingCode first = desk.booked("hoerde", ELEVEN).code();
    BookingCode second = desk.booked("hoerde", ELEVEN).code();
    leaves(660, 840, 1);

    desk.booking.cancel(first, Actor.VISITOR);
    assertNoEntryGets(ELEVEN);
    desk.booking.cancel(second, Actor.VISITOR);

    assertThat(free(ELEVEN)).isEqualTo(1);
  }

  @Test
  void newHoursForThoseThatWereRemovedAreNotASecondTimeTheSameDesks() {
    rule(11, 14, 1).remove(desk.clock.instant());
    Availability old = rule(11, 14, 2);
    desk.booked("hoerde", ELEVEN);
    desk.booked("hoerde", ELEVEN);
    desk.booked("hoerde", ELEVEN.plus(HALF));

    old.remove(desk.clock.instant());
    rule(11, 14, 2);

    assertNoEntryGets(ELEVEN);
    assertThat(free(ELEVEN.plus(HALF))).isEqualTo(1);
    assertThat(free(ELEVEN.plus(HALF).plus(HALF))).isEqualTo(2);
  }

  @Test
  void hoursThatWereMovedKeepTheirAppointmentsAndOthersMakeRoomForThem() {
    Availability moved = rule(11, 12, 1);
    desk.booked("hoerde", ELEVEN);
    moved.arrange(hours(DayOfWeek.MONDAY, 12, 13, 1));

    rule(11, 12, 1);

    assertNoEntryGets(ELEVEN);
    assertThat(free(ELEVEN.plus(HALF))).isEqualTo(1);
  }

  @Test
  void shortOnesOneAfterTheOtherLeaveTheOtherDeskToALongOne() {
    hoerde.withSlots(OfficeFixture.HOUSING, 3);
    rule(11, 14, 2);
    for (int i = 0; i < 3; i++) {
      byStaff(ELEVEN.plus(HALF.multipliedBy(i)));
    }

    assertThat(free(OfficeFixture.HOUSING, ELEVEN)).isEqualTo(1);
    desk.booked("hoerde", ELEVEN);

    assertThat(free(OfficeFixture.HOUSING, ELEVEN)).isZero();
  }

  @Test
  void aVisitorServedBeforeTheDeskIsRemovedBlocksNoOther() {
    hoerde.withSlots(OfficeFixture.HOUSING, 2);
    rule(11, 14, 2);
    byStaff(ELEVEN);

    leaves(690, 840, 1);

    assertThat(free(OfficeFixture.HOUSING, ELEVEN)).isEqualTo(1);
  }

  @Test
  void aMoveReleasesItsOwnPlaceFirst() {
    hoerde.withSlots(OfficeFixture.HOUSING, 2);
    rule(11, 14, 2);
    AppointmentView booked = byStaff(OfficeFixture.HOUSING, ELEVEN);
    leaves(660, 840, 1);

    Slot.Id later = new Slot.Id("hoerde", ELEVEN.plus(HALF));
    AppointmentView moved = desk.booking.move(booked.code(), later, Channel.OUTSIDE);

    assertThat(moved.start()).isEqualTo(ELEVEN.plus(HALF));
    assertThat(free(ELEVEN)).isEqualTo(1);
    assertNoEntryGets(ELEVEN.plus(HALF));
  }

  @Test
  void theRemainingDeskIsOfferedAlthoughAnotherOneBecameFree() {
    rule(11, 14, 2);
    BookingCode code = byStaff(ELEVEN).code();
    leaves(0, 1440, 1);
    BookingCode waiting = desk.waiting.join(WaitlistFixture.forHousing("hoerde")).entry().code();

    desk.booking.cancel(code, Actor.VISITOR);

    assertThat(desk.waiting.look(waiting).offer().map(OfferView::start)).contains(ELEVEN);
    assertNoEntryGets(ELEVEN);
  }

  @Test
  void nothingIsOfferedWhileTheRestIsStillTooMany() {
    rule(11, 14, 2);
    BookingCode code = desk.booked("hoerde", ELEVEN).code();
    desk.booked("hoerde", ELEVEN);
    leaves(0, 1440, 1);
    BookingCode waiting = desk.waiting.join(WaitlistFixture.forHousing("hoerde")).entry().code();

    desk.booking.cancel(code, Actor.VISITOR);

    assertThat(desk.waiting.look(waiting).offer()).isEmpty();
  }

  @Test
  void aFreedPlaceIsOfferedOnceAlthoughThereWereMoreBefore() {
    rule(11, 14, 2);
    BookingCode code = desk.booked("hoerde", ELEVEN).code();
    BookingCode first = desk.waiting.join(WaitlistFixture.forHousing("hoerde")).entry().code();
    BookingCode second = desk.waiting.join(WaitlistFixture.forHousing("hoerde")).entry().code();

    desk.booking.cancel(code, Actor.VISITOR);

    assertThat(desk.waiting.look(first).offer()).isPresent();
    assertThat(desk.waiting.look(second).offer()).isEmpty();
  }

  @Test
  void visitorsAtTheSameTimeGetADeskEach() {
    rule(11, 14, 3);

    desk.booked("hoerde", ELEVEN);
    desk.booked("hoerde", ELEVEN);
    desk.booked("hoerde", ELEVEN);

    assertThat(desk.appointments.list())
        .extracting(a -> a.place().desk())
        .containsExactlyInAnyOrder(1, 2, 3);
    assertNoEntryGets(ELEVEN);
  }

  @Test
  void hoursSideBySideShareTheRoomThatAnAppointmentUnderRemovedHoursLeaves() {
    Availability removed = rule(11, 14, 1);
    desk.booked("hoerde", ELEVEN);
    removed.remove(desk.clock.instant());

    rule(11, 14, 1);
    rule(11, 14, 1);

    assertThat(free(ELEVEN)).isEqualTo(1);
    assertThat(free(ELEVEN.plus(HALF))).isEqualTo(2);
  }

  @Test
  void ofSeveralFreeDesksTheFreedOneIsOffered() {
    rule(11, 14, 2);
    BookingCode first = desk.booked("hoerde", ELEVEN).code();
    AppointmentView second = desk.booked("hoerde", ELEVEN);
    desk.booking.cancel(first, Actor.VISITOR);
    desk.waiting.join(WaitlistFixture.forHousing("hoerde"));

    desk.booking.cancel(second.code(), Actor.VISITOR);

    assertThat(desk.appointments.list())
        .last()
        .satisfies(
            offered -> {
              assertThat(offered.channel()).isEqualTo(Channel.WAITLIST);
              assertThat(offered.place().desk()).isEqualTo(2);
            });
  }

  @Test
  void aLongOneNeedsADeskUntilItsEnd() {
    hoerde.withSlots(OfficeFixture.HOUSING, 2);
    rule(11, 14, 2);
    byStaff(ELEVEN.plus(HALF));

    leaves(660, 840, 1);

    assertThat(free(OfficeFixture.HOUSING, ELEVEN)).isZero();
    assertThat(free(OfficeFixture.HOUSING, ELEVEN.plus(HALF).plus(HALF))).isEqualTo(1);
  }

  @Test
  void desksLeftOnTheWholeDayAddNoneOutsideTheHours() {
    Instant noon = ELEVEN.plus(HALF).plus(HALF);
    Availability removed = rule(12, 13, 1);
    desk.booked("hoerde", noon);
    removed.remove(desk.clock.instant());
    rule(11, 12, 1);
    rule(12, 13, 1);

    leaves(0, 1440, 1);

    assertNoEntryGets(noon);
    assertThat(free(noon.plus(HALF))).isEqualTo(1);
  }
}
