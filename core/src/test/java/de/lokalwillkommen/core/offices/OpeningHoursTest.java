package de.lokalwillkommen.core.offices;

import static de.lokalwillkommen.core.offices.OfficeFixture.A_MONDAY;
import static de.lokalwillkommen.core.offices.OfficeFixture.BERLIN;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OpeningHoursTest {

  private static Instant berlin(String local) {
    return LocalDateTime.parse(local).atZone(BERLIN).toInstant();
  }

  private static OpeningHours open(OpeningRule... rules) {
    return new OpeningHours(BERLIN, List.of(rules), List.of(), Set.of(), Map.of());
  }

  private static final OpeningRule MONDAY_MORNING =
      new OpeningRule(1, DayOfWeek.MONDAY, 9 * 60, 12 * 60, 1, A_MONDAY);

  @Test
  void anOfficeIsOpenFromItsFirstMinuteUntilItsLast() {
    OpeningHours hours = open(MONDAY_MORNING);

    assertThat(hours.openAt(berlin("2026-11-23T08:59:59"))).isEmpty();
    assertThat(hours.openAt(berlin("2026-11-23T09:00"))).isPresent();
    assertThat(hours.openAt(berlin("2026-11-23T11:59:59"))).isPresent();
    assertThat(hours.openAt(berlin("2026-11-23T12:00"))).isEmpty();
  }

  @Test
  void afterClosingItOpensNextOnTheNextDayOfTheRule() {
    assertThat(open(MONDAY_MORNING).nextOpening(berlin("2026-11-23T12:00")))
        .contains(berlin("2026-11-30T09:00"));
  }

  @Test
  void anOutpostOpensEverySecondWeekAlsoOverTheTurnOfTheYear() {
    OpeningHours hours =
        open(new OpeningRule(1, DayOfWeek.TUESDAY, 600, 720, 2, LocalDate.of(2026, 12, 22)));

    assertThat(hours.openAt(berlin("2026-12-29T10:30"))).isEmpty();
    assertThat(hours.nextOpening(berlin("2026-12-22T13:00"))).contains(berlin("2027-01-05T10:00"));
  }

  @Test
  void aRuleHoldsBeforeItsAnchorToo() {
    OpeningHours hours =
        open(new OpeningRule(1, DayOfWeek.TUESDAY, 600, 720, 2, LocalDate.of(2026, 12, 22)));

    assertThat(hours.openAt(berlin("2026-12-08T10:30"))).isPresent();
    assertThat(hours.openAt(berlin("2026-12-15T10:30"))).isEmpty();
  }

  @Test
  void aClosureCoversItsFirstAndItsLastDay() {
    OpeningHours hours =
        new OpeningHours(
            BERLIN,
            List.of(MONDAY_MORNING),
            List.of(
                new Closure(1, LocalDate.of(2026, 11, 23), LocalDate.of(2026, 11, 30), "staff")),
            Set.of(),
            Map.of());

    assertThat(hours.openAt(berlin("2026-11-23T10:00"))).isEmpty();
    assertThat(hours.openAt(berlin("2026-11-30T10:00"))).isEmpty();
    assertThat(hours.nextOpening(berlin("2026-11-23T10:00"))).contains(berlin("2026-12-07T09:00"));
  }

  @Test
  void nineOClockIsNineOClockOnTheDayTheClocksChange() {
    OpeningHours hours = open(new OpeningRule(1, DayOfWeek.SUNDAY, 9 * 60, 10 * 60, 1, A_MONDAY));

    assertThat(hours.nextOpening(berlin("2026-03-28T12:00")))
        .contains(Instant.parse("2026-03-29T07:00:00Z"));
    assertThat(hours.nextOpening(berlin("2026-10-24T12:00")))
        .contains(Instant.parse("2026-10-25T08:00:00Z"));
  }

  @Test
  void aDayFromMidnightToMidnightHas23HoursInSpring() {
    OpeningHours hours = open(new OpeningRule(1, DayOfWeek.SUNDAY, 0, 1440, 1, A_MONDAY));

    OpeningHours.Window day = hours.openAt(berlin("2026-03-29T12:00")).orElseThrow();

    assertThat(Duration.between(day.from(), day.until())).isEqualTo(Duration.ofHours(23));
  }

  @Test
  void anOfficeOpenRoundTheClockDoesNotCloseAtMidnight() {
    OpeningHours.Window window =
        OfficeFixture.hoerde().hours().openAt(berlin("2026-11-22T23:59")).orElseThrow();

    assertThat(window.until()).isAfter(berlin("2026-11-29T00:00"));
  }

  @Test
  void anOfficeWithoutRulesNeverOpens() {
    assertThat(open().nextOpening(berlin("2026-11-23T12:00"))).isEmpty();
  }
}
