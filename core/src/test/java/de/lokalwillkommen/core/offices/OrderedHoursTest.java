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
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Hours on a day for which another closing time is ordered: usually from 9 to 12 and 14 to 17. */
class OrderedHoursTest {

  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

  private static Instant berlin(String time) {
    return LocalDateTime.parse(time).atZone(BERLIN).toInstant();
  }

  private static OpeningHours closingAt(LocalDate day, int minute) {
    return new OpeningHours(
        BERLIN,
        List.of(
            new OpeningRule(1, DayOfWeek.MONDAY, 9 * 60, 12 * 60, 1, A_MONDAY),
            new OpeningRule(2, DayOfWeek.MONDAY, 14 * 60, 17 * 60, 1, A_MONDAY),
            new OpeningRule(3, DayOfWeek.SUNDAY, 0, 24 * 60, 1, A_MONDAY)),
        List.of(),
        Set.of(),
        Map.of(day, minute));
  }

  @Test
  void anEarlierClosingEndsTheWindowAndTakesThoseAfterIt() {
    OpeningHours hours = closingAt(MONDAY, 11 * 60);

    assertThat(hours.openAt(berlin("2026-11-23T10:59")).map(OpeningHours.Window::until))
        .contains(berlin("2026-11-23T11:00"));
    assertThat(hours.openAt(berlin("2026-11-23T11:00"))).isEmpty();
    assertThat(hours.openAt(berlin("2026-11-23T15:00"))).isEmpty();
    assertThat(hours.nextOpening(berlin("2026-11-23T11:00"))).contains(berlin("2026-11-29T00:00"));
    assertThat(hours.isOver(berlin("2026-11-23T12:00"), Duration.ofHours(1))).isTrue();
    assertThat(hours.isOver(berlin("2026-11-23T11:59"), Duration.ofHours(1))).isFalse();
    assertThat(hours.earlierClosing(MONDAY)).contains(berlin("2026-11-23T11:00"));
    assertThat(hours.closing(MONDAY)).contains(berlin("2026-11-23T11:00"));
    assertThat(hours.usualClosing(MONDAY)).contains(berlin("2026-11-23T17:00"));
  }

  @Test
  void aLaterClosingLengthensTheLastWindowOnly() {
    OpeningHours hours = closingAt(MONDAY, 18 * 60);

    assertThat(hours.openAt(berlin("2026-11-23T17:59"))).isPresent();
    assertThat(hours.openAt(berlin("2026-11-23T13:00"))).isEmpty();
    assertThat(hours.earlierClosing(MONDAY)).isEmpty();
  }

  @Test
  void aClosingInTheBreakIsThatOfTheMorning() {
    OpeningHours hours = closingAt(MONDAY, 13 * 60);

    assertThat(hours.openAt(berlin("2026-11-23T12:30"))).isPresent();
    assertThat(hours.openAt(berlin("2026-11-23T14:30"))).isEmpty();
  }

  @Test
  void otherDaysKeepTheirHours() {
    OpeningHours hours = closingAt(MONDAY, 11 * 60);

    assertThat(hours.openAt(berlin("2026-11-30T16:59"))).isPresent();
    assertThat(hours.openAt(berlin("2026-11-22T11:30"))).isPresent();
    assertThat(hours.earlierClosing(MONDAY.plusDays(7))).isEmpty();
  }

  @Test
  void onADayWithoutHoursNothingIsOrdered() {
    LocalDate tuesday = MONDAY.plusDays(1);

    assertThat(closingAt(tuesday, 11 * 60).openAt(berlin("2026-11-24T10:00"))).isEmpty();
    assertThat(closingAt(tuesday, 11 * 60).closing(tuesday)).isEqualTo(Optional.empty());
  }

  @Test
  void onTheDayOnWhichTheClocksChangeTheTimeIsThatOnTheWall() {
    LocalDate autumn = LocalDate.of(2026, 10, 25);

    OpeningHours hours = closingAt(autumn, 11 * 60);

    assertThat(hours.openAt(autumn.atTime(10, 59).atZone(BERLIN).toInstant())).isPresent();
    assertThat(hours.openAt(autumn.atTime(11, 0).atZone(BERLIN).toInstant())).isEmpty();
    assertThat(hours.closing(autumn)).contains(Instant.parse("2026-10-25T10:00:00Z"));
  }

  /**
   * A closure that is entered while visitors wait must not make the day one that ended long ago.
   */
  @Test
  void aDayThatIsClosedWhileItGoesOnIsNotOverBeforeMidnight() {
    Office office = OfficeFixture.hoerde();
    assertThat(office.isClosedFor(Duration.ZERO, berlin("2026-11-23T23:59"))).isFalse();

    Office closed = OfficeFixture.eving().withClosure(new Closure(1, MONDAY, MONDAY, "Heizung"));

    assertThat(closed.isClosedFor(Duration.ofHours(2), berlin("2026-11-23T11:00"))).isFalse();
    assertThat(closed.isClosedFor(Duration.ofHours(2), berlin("2026-11-23T23:00"))).isFalse();
    assertThat(OfficeFixture.eving().isClosedFor(Duration.ofHours(2), berlin("2026-11-23T14:00")))
        .isTrue();
  }
}
