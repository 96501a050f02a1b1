package de.lokalwillkommen.core.availability;

import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.core.booking.BookingOffice;
import de.lokalwillkommen.core.timetable.Arrangement;
import de.lokalwillkommen.core.timetable.ClosedDays;
import de.lokalwillkommen.core.timetable.FewerDesks;
import de.lokalwillkommen.core.timetable.OfficeTerms;
import de.lokalwillkommen.core.timetable.WeeklyHours;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArrangementNotationTest {

  private static final LocalDate DAY = LocalDate.of(2026, 12, 1);

  static Stream<Arrangement> arrangements() {
    return Stream.of(
        BookingOffice.hours(DayOfWeek.MONDAY, 8, 12, 1),
        new WeeklyHours(
            DayOfWeek.SUNDAY,
            0,
            24 * 60,
            2,
            DAY,
            DAY.minusDays(3),
            Optional.of(DAY.plusYears(1)),
            45,
            20,
            3,
            4,
            Set.of("housing", "work"),
            Set.of("ar", "de-simple", "uk")),
        new ClosedDays(DAY, DAY.plusDays(4), "Umzug; neue Räume"),
        new ClosedDays(DAY, DAY, ""),
        new OfficeTerms(0, 1, 0, false, Optional.empty(), Map.of()),
        new OfficeTerms(60, 28, 48, true, Optional.of(20), Map.of("housing", 2, "work", 1)),
        new FewerDesks(DAY, 480, 720, 0, "Teambesprechung; Raum 2, 3"),
        new FewerDesks(DAY, 0, 1440, 2, ""),
        new FewerDesks(DAY, 0, 1440, 2, ";;\n\"مرض\""));
  }

  @ParameterizedTest
  @MethodSource("arrangements")
  void aNotedArrangementIsReadBack(Arrangement arrangement) {
    assertThat(ArrangementNotation.find(ArrangementNotation.write(arrangement)))
        .contains(arrangement);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "WeeklyHours[weekday=MONDAY, fromMinute=480]",
        "weekly;9;480;720;1;2026-01-05;2026-01-05;;30;1;0;0;;",
        "weekly;1;eight;720;1;2026-01-05;2026-01-05;;30;1;0;0;;",
        "weekly;1;480;720;1;2026-01-05",
        "fewer;tomorrow;480;720;1;ill",
        "closed;2026-12-02;2026-12-01;the wrong way round",
        "closed;2026-12-01",
        "terms;60;28;48;true;20;housing",
        "terms;60;0;48;true;20;",
        "other;2026-12-01;480;720;1;ill"
      })
  void anotherTextIsNoArrangement(String noted) {
    assertThat(ArrangementNotation.find(noted)).isEmpty();
  }
}
