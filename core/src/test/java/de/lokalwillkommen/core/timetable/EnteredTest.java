package de.lokalwillkommen.core.timetable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.lokalwillkommen.core.booking.BookingOffice;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.kernel.Refused;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values that can be entered as hours and exceptions, and values that cannot. */
class EnteredTest {

  private static void assertInvalid(String field, ThrowingCallable entering) {
    assertThatThrownBy(entering)
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> {
              assertThat(refused.refusal().kind()).isEqualTo(Kind.INVALID);
              assertThat(refused.refusal().facts()).containsEntry("field", field);
            });
  }

  @Nested
  class Hours {

    private static WeeklyHours hours(
        int from, int until, int everyWeeks, int slot, int desks, int internal, int late) {
      return new WeeklyHours(
          DayOfWeek.MONDAY,
          from,
          until,
          everyWeeks,
          BookingOffice.LONG_AGO,
          BookingOffice.LONG_AGO,
          Optional.empty(),
          slot,
          desks,
          internal,
          late,
          Set.of(),
          Set.of());
    }

    @Test
    void mayFillTheWholeDay() {
      assertThat(hours(0, 1440, 1, 30, 1, 0, 0).slot().toMinutes()).isEqualTo(30);
      assertThat(hours(1435, 1440, 52, 5, 20, 10, 10).desks()).isEqualTo(20);
      assertThat(hours(600, 840, 1, 240, 2, 2, 0).slot().toMinutes()).isEqualTo(240);
      assertThat(hours(600, 720, 1, 120, 2, 0, 2).slot().toMinutes()).isEqualTo(120);
    }

    @ParameterizedTest
    @CsvSource({
      "from,         -5, 600,  1,  30,  1,  0,  0",
      "from,         3,  600,  1,  30,  1,  0,  0",
      "from,         1440, 1440, 1, 5,  1,  0,  0",
      "until,        600, 600,  1,  30, 1,  0,  0",
      "until,        600, 1445, 1,  30, 1,  0,  0",
      "until,        600, 603,  1,  30, 1,  0,  0",
      "everyWeeks,   600, 720,  0,  30, 1,  0,  0",
      "everyWeeks,   600, 720,  53, 30, 1,  0,  0",
      "slotMinutes,  600, 720,  1,  0,  1,  0,  0",
      "slotMinutes,  600, 720,  1,  7,  1,  0,  0",
      "slotMinutes,  600, 720,  1,  125, 1, 0,  0",
      "slotMinutes,  0,  1440,  1,  245, 1, 0,  0",
      "desks,        600, 720,  1,  30, 0,  0,  0",
      "desks,        600, 720,  1,  30, 21, 0,  0",
      "internalDesks, 600, 720, 1,  30, 2,  3,  0",
      "internalDesks, 600, 720, 1,  30, 2, -1,  0",
      "lateDesks,    600, 720,  1,  30, 2,  1,  2",
      "lateDesks,    600, 720,  1,  30, 2,  0, -1"
    })
    void thatMakeNoSenseAreRefusedByField(
        String field,
        int from,
        int until,
        int everyWeeks,
        int slot,
        int desks,
        int internal,
        int late) {
      assertInvalid(field, () -> hours(from, until, everyWeeks, slot, desks, internal, late));
    }

    @Test
    void doNotEndBeforeTheyBegin() {
      LocalDate first = LocalDate.of(2026, 11, 23);
      assertInvalid(
          "validUntil",
          () ->
              new WeeklyHours(
                  DayOfWeek.MONDAY,
                  600,
                  720,
                  1,
                  first,
                  first,
                  Optional.of(first.minusDays(1)),
                  30,
                  1,
                  0,
                  0,
                  Set.of(),
                  Set.of()));
    }
  }

  @Test
  void anExceptionLeavesNoNegativeDesksAndKeepsToItsDay() {
    LocalDate day = LocalDate.of(2026, 11, 23);
    assertInvalid(
        "from", () -> new AvailabilityException("hoerde", new FewerDesks(day, -1, 600, 0, "")));
    assertInvalid(
        "until", () -> new AvailabilityException("hoerde", new FewerDesks(day, 600, 1441, 0, "")));
    assertInvalid(
        "until", () -> new AvailabilityException("hoerde", new FewerDesks(day, 600, 600, 0, "")));
    assertInvalid(
        "desks", () -> new AvailabilityException("hoerde", new FewerDesks(day, 600, 660, -1, "")));
    assertInvalid(
        "reason",
        () ->
            new AvailabilityException("hoerde", new FewerDesks(day, 600, 660, 0, "x".repeat(81))));
  }

  @Test
  void anExceptionMayBeTheLastMinuteOrTheWholeDayWithTheLongestReason() {
    LocalDate day = LocalDate.of(2026, 11, 23);
    String longest = "x".repeat(80);

    assertThat(new FewerDesks(day, 0, 1440, 0, longest).reason()).isEqualTo(longest);
    assertThat(new FewerDesks(day, 1439, 1440, 0, "").fromMinute()).isEqualTo(1439);
    assertInvalid("from", () -> new FewerDesks(day, 1440, 1440, 0, ""));
  }
}
