package de.lokalwillkommen.core.timetable;

import static de.lokalwillkommen.core.offices.OfficeFixture.BERLIN;
import static de.lokalwillkommen.core.offices.OfficeFixture.HOUSING;
import static de.lokalwillkommen.core.offices.OfficeFixture.LETTERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.lokalwillkommen.core.booking.BookingDesk;
import de.lokalwillkommen.core.booking.BookingOffice;
import de.lokalwillkommen.core.booking.BookingWish;
import de.lokalwillkommen.core.booking.Channel;
import de.lokalwillkommen.core.booking.Slot;
import de.lokalwillkommen.core.booking.SlotQuery;
import de.lokalwillkommen.core.kernel.Refused;
import de.lokalwillkommen.core.offices.BookingTerms;
import de.lokalwillkommen.core.offices.Closure;
import de.lokalwillkommen.core.offices.Office;
import de.lokalwillkommen.core.offices.OfficeFixture;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The slots there are, at any hour of any day. */
class TimetableTest {

  private static final BookingTerms FAR_AHEAD = new BookingTerms(60, 366, 48, true, null);

  private final Office hoerde = OfficeFixture.hoerde().withBookingTerms(FAR_AHEAD);
  private final BookingDesk desk = new BookingDesk(hoerde);

  private static Instant at(String time) {
    return LocalDateTime.parse(time).atZone(BERLIN).toInstant();
  }

  private static WeeklyHours onlyForHousing(int from, int until) {
    return new WeeklyHours(
        DayOfWeek.MONDAY,
        from,
        until,
        1,
        BookingOffice.LONG_AGO,
        BookingOffice.LONG_AGO,
        Optional.empty(),
        30,
        1,
        0,
        0,
        Set.of(HOUSING),
        Set.of());
  }

  private static WeeklyHours rule(
      DayOfWeek day, int from, int until, int desks, int internal, int late, String... languages) {
    return new WeeklyHours(
        day,
        from,
        until,
        1,
        BookingOffice.LONG_AGO,
        BookingOffice.LONG_AGO,
        Optional.empty(),
        30,
        desks,
        internal,
        late,
        Set.of(),
        Set.of(languages));
  }

  private static WeeklyHours hours(DayOfWeek day, int fromHour, int untilHour) {
    return rule(day, fromHour * 60, untilHour * 60, 1, 0, 0);
  }

  private List<Slot> slots(String topic, String language, Channel channel) {
    return desk.finding.list(SlotQuery.in("hoerde", topic, language, channel, SlotQuery.MOST));
  }

  private List<Slot> slotsOn(String day) {
    return slots(HOUSING, "de", Channel.KIOSK).stream()
        .filter(s -> LocalDate.ofInstant(s.start(), BERLIN).equals(LocalDate.parse(day)))
        .toList();
  }

  private Stream<String> starts() {
    return slots(HOUSING, "de", Channel.KIOSK).stream()
        .map(s -> LocalDateTime.ofInstant(s.start(), BERLIN).toString());
  }

  @Nested
  class WhenTheClocksChange {

    @Test
    void aDayOfTwentyThreeHoursHasFortySixHalves() {
      desk.with("hoerde", rule(DayOfWeek.SUNDAY, 0, 1440, 1, 0, 0))
          .clock
          .is(at("2026-03-27T12:00"));

      List<Slot> spring = slotsOn("2026-03-29");

      assertThat(spring).hasSize(46).extracting(Slot::length).containsOnly(Duration.ofMinutes(30));
      assertThat(spring).extracting(Slot::start).doesNotHaveDuplicates();
      assertThat(spring.get(45).end()).isEqualTo(at("2026-03-30T00:00"));
    }

    @Test
    void aDayOfTwentyFiveHoursHasFifty() {
      desk.with("hoerde", rule(DayOfWeek.SUNDAY, 0, 1440, 1, 0, 0))
          .clock
          .is(at("2026-10-23T12:00"));

      List<Slot> autumn = slotsOn("2026-10-25");

      assertThat(autumn).hasSize(50).extracting(Slot::start).doesNotHaveDuplicates();
      assertThat(autumn.get(49).end()).isEqualTo(at("2026-10-26T00:00"));
    }

    @Test
    void aSkippedHourHasNoSlotsAndARepeatedHourHasFour() {
      desk.with("hoerde", hours(DayOfWeek.SUNDAY, 2, 3)).clock.is(at("2026-03-27T12:00"));
      assertThat(slotsOn("2026-03-29")).isEmpty();

      desk.clock.is(at("2026-10-23T12:00"));
      assertThat(slotsOn("2026-10-25")).hasSize(4);
    }

    @Test
    void nineOnTheWallStaysNineOnTheWall() {
      desk.with("hoerde", hours(DayOfWeek.MONDAY, 9, 10)).clock.is(at("2026-10-19T08:00"));

      assertThat(slots(HOUSING, "de", Channel.KIOSK).stream().map(Slot::start).limit(4))
          .containsExactly(
              Instant.parse("2026-10-19T07:00:00Z"),
              Instant.parse("2026-10-19T07:30:00Z"),
              Instant.parse("2026-10-26T08:00:00Z"),
              Instant.parse("2026-10-26T08:30:00Z"));
    }

    @Test
    void anAppointmentInARepeatedHourIsFoundAndBookedOnce() {
      desk.with("hoerde", hours(DayOfWeek.SUNDAY, 2, 3)).clock.is(at("2026-10-23T12:00"));

      slotsOn("2026-10-25").forEach(s -> desk.booked("hoerde", s.start()));

      assertThat(slotsOn("2026-10-25")).isEmpty();
    }
  }

  @Nested
  class AroundMidnightAndNewYear {

    @Test
    void theFirstSlotOfADayCanBeBookedUntilItBegins() {
      desk.with("hoerde", hours(DayOfWeek.MONDAY, 0, 1)).clock.is(at("2026-11-22T23:59:59"));
      assertThat(starts().limit(1)).containsExactly("2026-11-23T00:00");

      desk.clock.is(at("2026-11-23T00:00"));
      assertThat(starts().limit(1)).containsExactly("2026-11-23T00:30");
    }

    @Test
    void theLastSlotOfADayEndsAtMidnight() {
      desk.with("hoerde", hours(DayOfWeek.MONDAY, 23, 24)).clock.is(at("2026-11-23T22:00"));

      assertThat(slotsOn("2026-11-23")).extracting(Slot::end).contains(at("2026-11-24T00:00"));
      desk.booked("hoerde", at("2026-11-23T23:30"));
      assertThat(starts().limit(1)).containsExactly("2026-11-23T23:00");
    }

    @Test
    void everySecondWeekGoesOnOverTheTurnOfTheYear() {
      WeeklyHours fortnightly =
          new WeeklyHours(
              DayOfWeek.TUESDAY,
              600,
              630,
              2,
              LocalDate.of(2026, 12, 16),
              BookingOffice.LONG_AGO,
              Optional.empty(),
              30,
              1,
              0,
              0,
              Set.of(),
              Set.of());
      // 2026 has 53 weeks: counting by the number of the week would be a week out in January
      desk.with("hoerde", fortnightly).clock.is(at("2026-12-14T12:00"));

      assertThat(starts().limit(4))
          .containsExactly(
              "2026-12-15T10:00", "2026-12-29T10:00", "2027-01-12T10:00", "2027-01-26T10:00");
    }

    @Test
    void newYearsDayIsAHolidayAndTheDayBeforeIsNot() {
      hoerde.closedOn(OfficeFixture.holidaysAround(LocalDate.of(2026, 12, 30)));
      desk.with("hoerde", hours(DayOfWeek.THURSDAY, 9, 10))
          .with("hoerde", hours(DayOfWeek.FRIDAY, 9, 10))
          .clock
          .is(at("2026-12-30T12:00"));

      assertThat(starts().limit(3))
          .containsExactly("2026-12-31T09:00", "2026-12-31T09:30", "2027-01-07T09:00");
    }
  }

  @Nested
  class Holidays {

    @Test
    void corpusChristiOnARulesDayHasNoSlots() {
      hoerde.closedOn(OfficeFixture.holidaysAround(LocalDate.of(2026, 5, 26)));
      desk.with("hoerde", rule(DayOfWeek.THURSDAY, 540, 570, 1, 0, 0))
          .clock
          .is(at("2026-05-26T12:00"));

      assertThat(starts().limit(2)).containsExactly("2026-05-28T09:00", "2026-06-11T09:00");
    }

    @Test
    void allSaintsDayHasNoneEither() {
      hoerde.closedOn(OfficeFixture.holidaysAround(LocalDate.of(2026, 10, 26)));
      desk.with("hoerde", rule(DayOfWeek.SUNDAY, 540, 570, 1, 0, 0))
          .clock
          .is(at("2026-10-26T12:00"));

      assertThat(starts().limit(1)).containsExactly("2026-11-08T09:00");
    }

    @Test
    void noCallerCanBookOnOne() {
      hoerde.closedOn(OfficeFixture.holidaysAround(LocalDate.of(2026, 5, 26)));
      desk.with("hoerde", hours(DayOfWeek.THURSDAY, 9, 10)).clock.is(at("2026-05-26T12:00"));

      assertThatThrownBy(() -> desk.booked("hoerde", at("2026-06-04T09:00")))
          .isInstanceOf(Refused.class);
      assertThat(slots(HOUSING, "de", Channel.STAFF))
          .extracting(Slot::start)
          .doesNotContain(at("2026-06-04T09:00"));
    }
  }

  @Nested
  class DaysThatDiffer {

    @Test
    void aRuleHoldsFromItsFirstToItsLastDay() {
      LocalDate first = LocalDate.of(2026, 11, 30);
      desk.with(
          "hoerde",
          new WeeklyHours(
              DayOfWeek.MONDAY,
              600,
              630,
              1,
              first,
              first,
              Optional.of(LocalDate.of(2026, 12, 14)),
              30,
              1,
              0,
              0,
              Set.of(),
              Set.of()));

      assertThat(starts())
          .containsExactly("2026-11-30T10:00", "2026-12-07T10:00", "2026-12-14T10:00");
    }

    @Test
    void aClosureTakesWholeDays() {
      LocalDate closed = LocalDate.of(2026, 11, 30);
      hoerde.withClosure(new Closure(1, closed, closed.plusDays(6), "Umzug"));
      desk.with("hoerde", hours(DayOfWeek.MONDAY, 14, 15));

      assertThat(starts().limit(3))
          .containsExactly("2026-11-23T14:00", "2026-11-23T14:30", "2026-12-07T14:00");
    }

    @Test
    void anExceptionTakesTheHoursItTouches() {
      desk.with("hoerde", hours(DayOfWeek.MONDAY, 14, 17));
      desk.availabilities.add(
          new AvailabilityException(
              "hoerde",
              new FewerDesks(LocalDate.of(2026, 11, 23), 14 * 60 + 45, 16 * 60, 0, "Team")));

      assertThat(slotsOn("2026-11-23"))
          .extracting(Slot::start)
          .containsExactly(at("2026-11-23T14:00"), at("2026-11-23T16:00"), at("2026-11-23T16:30"));
    }

    @Test
    void anExceptionMayLeaveSomeDesks() {
      desk.with("hoerde", rule(DayOfWeek.MONDAY, 840, 900, 3, 1, 0));
      desk.availabilities.add(
          new AvailabilityException(
              "hoerde", new FewerDesks(LocalDate.of(2026, 11, 23), 0, 1440, 1, "krank")));

      assertThat(slotsOn("2026-11-23")).extracting(Slot::free).containsExactly(1, 1);
      assertThat(slotsOn("2026-11-30")).extracting(Slot::free).containsExactly(2, 2);
    }

    @Test
    void aChangedRuleIsBookableAtOnceAndARemovedOneNoLonger() {
      Availability rule = new Availability("hoerde", hours(DayOfWeek.MONDAY, 14, 15));
      desk.availabilities.add(rule);
      rule.arrange(hours(DayOfWeek.TUESDAY, 10, 11));
      assertThat(starts().limit(1)).containsExactly("2026-11-24T10:00");

      rule.remove(desk.clock.instant());
      assertThat(starts()).isEmpty();
    }

    @Test
    void noVisitorBooksFartherAheadThanTheOfficeAllows() {
      hoerde.withBookingTerms(new BookingTerms(60, 14, 48, true, null));
      desk.with("hoerde", rule(DayOfWeek.MONDAY, 600, 630, 1, 0, 0));

      assertThat(starts()).containsExactly("2026-11-30T10:00", "2026-12-07T10:00");
      assertThatThrownBy(() -> desk.booked("hoerde", at("2026-12-14T10:00")))
          .isInstanceOfSatisfying(
              Refused.class, r -> assertThat(r.refusal().key()).isEqualTo("slot.tooFar"));
    }

    @Test
    void aSearchKeepsToItsTimesAndItsLimit() {
      desk.with("hoerde", hours(DayOfWeek.MONDAY, 14, 17))
          .with("hoerde", hours(DayOfWeek.TUESDAY, 9, 12));

      List<Slot> some =
          desk.finding.list(
              new SlotQuery(
                  Optional.of("hoerde"),
                  HOUSING,
                  "de",
                  Channel.KIOSK,
                  Optional.of(at("2026-11-23T16:00")),
                  Optional.of(at("2026-11-24T10:00")),
                  3));

      assertThat(some)
          .extracting(Slot::start)
          .containsExactly(at("2026-11-23T16:00"), at("2026-11-23T16:30"), at("2026-11-24T09:00"));
    }
  }

  @Nested
  class TopicsThatTakeLonger {

    @Test
    void needSeveralSlotsInARow() {
      hoerde.withSlots(HOUSING, 2);
      desk.with("hoerde", hours(DayOfWeek.MONDAY, 11, 13));

      assertThat(slotsOn("2026-11-23"))
          .extracting(Slot::start)
          .containsExactly(at("2026-11-23T11:00"), at("2026-11-23T11:30"), at("2026-11-23T12:00"));
      desk.booked("hoerde", at("2026-11-23T11:30"));
      assertThat(slotsOn("2026-11-23")).isEmpty();
      assertThat(slots(LETTERS, "de", Channel.KIOSK).stream().map(Slot::start).limit(2))
          .containsExactly(at("2026-11-23T11:00"), at("2026-11-23T12:30"));
    }

    @Test
    void takeAsManySlotsAsTheirUsualDurationNeeds() {
      WeeklyHours ofTwenty =
          new WeeklyHours(
              DayOfWeek.MONDAY,
              660,
              720,
              1,
              BookingOffice.LONG_AGO,
              BookingOffice.LONG_AGO,
              Optional.empty(),
              20,
              1,
              0,
              0,
              Set.of(),
              Set.of());
      desk.with("hoerde", ofTwenty);

      assertThat(slotsOn("2026-11-23"))
          .extracting(Slot::length)
          .containsExactly(Duration.ofMinutes(40), Duration.ofMinutes(40));
      assertThat(slots(LETTERS, "de", Channel.KIOSK).get(0).length())
          .isEqualTo(Duration.ofMinutes(20));
    }

    @Test
    void neverReachOverAnExceptionOrTheEnd() {
      hoerde.withSlots(HOUSING, 3);
      desk.with("hoerde", hours(DayOfWeek.MONDAY, 11, 15));
      desk.availabilities.add(
          new AvailabilityException(
              "hoerde",
              new FewerDesks(LocalDate.of(2026, 11, 23), 12 * 60 + 30, 13 * 60, 0, "Pause")));

      assertThat(slotsOn("2026-11-23"))
          .extracting(Slot::start)
          .containsExactly(at("2026-11-23T11:00"), at("2026-11-23T13:00"), at("2026-11-23T13:30"));
    }
  }

  @Nested
  class Shares {

    @Test
    void theLateOneOpensTwoDaysAheadToTheMinute() {
      desk.with("hoerde", rule(DayOfWeek.FRIDAY, 600, 630, 3, 0, 2));
      desk.clock.is(at("2026-11-25T09:59"));
      assertThat(slotsOn("2026-11-27")).extracting(Slot::free).containsExactly(1);

      desk.clock.is(at("2026-11-25T10:00"));
      assertThat(slotsOn("2026-11-27")).extracting(Slot::free).containsExactly(3);
    }

    @Test
    void theLateOneMayOpenOnTheDayItself() {
      hoerde.withBookingTerms(new BookingTerms(60, 28, 0, true, null));
      desk.with("hoerde", rule(DayOfWeek.FRIDAY, 600, 630, 1, 0, 1));
      desk.clock.is(at("2026-11-26T23:59"));
      assertThat(slotsOn("2026-11-27")).isEmpty();

      desk.clock.is(at("2026-11-27T00:00"));
      assertThat(slotsOn("2026-11-27")).hasSize(1);
    }

    @Test
    void theInternalOneIsForStaffAlone() {
      desk.with("hoerde", rule(DayOfWeek.MONDAY, 840, 870, 3, 1, 1));

      assertThat(slots(HOUSING, "de", Channel.KIOSK).get(0).free()).isEqualTo(2);
      assertThat(slots(HOUSING, "de", Channel.OUTSIDE).get(0).free()).isEqualTo(2);
      assertThat(slots(HOUSING, "de", Channel.STAFF).get(0).free()).isEqualTo(3);
    }

    @Test
    void staffIsGivenTheLastDeskFirstAndVisitorsTheFirst() {
      desk.with("hoerde", rule(DayOfWeek.MONDAY, 840, 870, 3, 1, 0));

      assertThat(desks(Share.INTERNAL)).containsExactly(3, 2, 1);
      assertThat(desks(Share.PUBLIC)).containsExactly(1, 2);
    }

    private List<Integer> desks(Share share) {
      Timetable timetable =
          new Timetable(hoerde, desk.availabilities.listRules("hoerde"), List.of());
      Timetable.Wish wish =
          new Timetable.Wish(
              hoerde.findTopic(HOUSING).orElseThrow(), "de", share, desk.clock.instant());
      return timetable.placesOn(LocalDate.of(2026, 11, 23), wish).get(0).stream()
          .map(Place::desk)
          .toList();
    }

    @Test
    void staffFirstGetsTheDesksKeptForStaff() {
      desk.with("hoerde", rule(DayOfWeek.MONDAY, 840, 870, 2, 1, 0));
      Instant two = at("2026-11-23T14:00");
      BookingWish byStaff =
          new BookingWish(
              new Slot.Id("hoerde", two),
              HOUSING,
              "de",
              Channel.STAFF,
              Optional.empty(),
              Optional.empty(),
              Optional.empty());

      desk.booked(byStaff);
      assertThat(slots(HOUSING, "de", Channel.KIOSK).get(0).start()).isEqualTo(two);
      desk.booked(byStaff);
      assertThat(slots(HOUSING, "de", Channel.KIOSK).get(0).start()).isAfter(two);
    }
  }

  @Nested
  class Skills {

    @Test
    void aRuleServesItsLanguagesAndTheirVariants() {
      desk.with("hoerde", rule(DayOfWeek.MONDAY, 840, 870, 1, 0, 0, "ar", "de"));

      assertThat(slots(HOUSING, "ar", Channel.KIOSK)).isNotEmpty();
      assertThat(slots(HOUSING, "de-simple", Channel.KIOSK)).isNotEmpty();
      assertThat(slots(HOUSING, "ti", Channel.KIOSK)).isEmpty();
    }

    @Test
    void aMoreSpecialisedRuleIsBookedFirst() {
      desk.with("hoerde", rule(DayOfWeek.MONDAY, 840, 870, 1, 0, 0))
          .with("hoerde", rule(DayOfWeek.MONDAY, 840, 870, 1, 0, 0, "ar"));
      Instant two = at("2026-11-23T14:00");
      assertThat(slots(HOUSING, "ar", Channel.KIOSK).get(0).free()).isEqualTo(2);

      desk.booking.hold(
          new BookingWish(
              new Slot.Id("hoerde", two),
              HOUSING,
              "ar",
              Channel.KIOSK,
              Optional.empty(),
              Optional.empty(),
              Optional.empty()));

      assertThat(slots(HOUSING, "de", Channel.KIOSK).get(0).start()).isEqualTo(two);
      assertThat(slots(HOUSING, "ar", Channel.KIOSK).get(0).free()).isEqualTo(1);
    }

    @Test
    void aRuleForOneTopicIsBookedBeforeOneForAll() {
      Instant two = at("2026-11-23T14:00");
      desk.with("hoerde", rule(DayOfWeek.MONDAY, 840, 870, 1, 0, 0))
          .with("hoerde", onlyForHousing(840, 870));

      desk.booked("hoerde", two);

      assertThat(slots(LETTERS, "de", Channel.KIOSK).get(0).start()).isEqualTo(two);
      assertThat(slots(HOUSING, "de", Channel.KIOSK).get(0).free()).isEqualTo(1);
    }

    @Test
    void anUnknownTopicIsRefused() {
      assertThatThrownBy(() -> slots("taxes", "de", Channel.KIOSK)).isInstanceOf(Refused.class);
    }
  }
}
