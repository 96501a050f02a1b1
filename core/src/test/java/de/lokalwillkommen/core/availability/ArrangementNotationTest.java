package de.lokalwillkommen.core.availability;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import de.lokalwillkommen.core.booking.BookingOffice;
import de.lokalwillkommen.core.timetable.Arrangement;
import de.lokalwillkommen.core.timetable.ClosedDays;
import de.lokalwillkommen.core.timetable.FewerDesks;
import de.lokalwillkommen.core.timetable.OfficeTerms;
import de.lokalwillkommen.core.timetable.UnknownArrangement;
import de.lokalwillkommen.core.timetable.WeeklyHours;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArrangementNotationTest {

  /** Of the migration 12. */
  private static final int COLUMN = 4000;

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

  /** Rows of the notation without a version, as they are in the databases of older servers. */
  static Stream<Arguments> olderRows() {
    return Stream.of(
        arguments(
            "weekly;1;480;720;1;2026-01-05;2026-01-05;;30;1;0;0;;",
            new WeeklyHours(
                DayOfWeek.MONDAY,
                480,
                720,
                1,
                LocalDate.of(2026, 1, 5),
                LocalDate.of(2026, 1, 5),
                Optional.empty(),
                30,
                1,
                0,
                0,
                Set.of(),
                Set.of())),
        arguments(
            "weekly;7;0;1440;2;2026-12-01;2026-11-28;2027-12-01;45;20;3;4;housing,work;"
                + "ar,de-simple,uk",
            new WeeklyHours(
                DayOfWeek.SUNDAY,
                0,
                1440,
                2,
                DAY,
                DAY.minusDays(3),
                Optional.of(DAY.plusYears(1)),
                45,
                20,
                3,
                4,
                Set.of("housing", "work"),
                Set.of("ar", "de-simple", "uk"))),
        arguments(
            "closed;2026-12-01;2026-12-05;Umzug; neue Räume",
            new ClosedDays(DAY, DAY.plusDays(4), "Umzug; neue Räume")),
        arguments("closed;2026-12-01;2026-12-01;", new ClosedDays(DAY, DAY, "")),
        arguments(
            "terms;0;1;0;false;;", new OfficeTerms(0, 1, 0, false, Optional.empty(), Map.of())),
        arguments(
            "terms;60;28;48;true;20;housing=2,work=1",
            new OfficeTerms(60, 28, 48, true, Optional.of(20), Map.of("housing", 2, "work", 1))),
        arguments(
            "fewer;2026-12-01;480;720;0;Teambesprechung; Raum 2, 3",
            new FewerDesks(DAY, 480, 720, 0, "Teambesprechung; Raum 2, 3")),
        arguments("fewer;2026-12-01;0;1440;2;", new FewerDesks(DAY, 0, 1440, 2, "")),
        arguments(
            "fewer;2026-12-01;0;1440;2;;;\n\"mal\"",
            new FewerDesks(DAY, 0, 1440, 2, ";;\n\"mal\"")));
  }

  @ParameterizedTest
  @MethodSource("olderRows")
  void rowsWithoutAVersionAreReadable(String row, Arrangement arrangement) {
    assertThat(ArrangementNotation.find(row)).contains(arrangement);
    assertThat(ArrangementNotation.write(arrangement)).startsWith("{");
  }

  @ParameterizedTest
  @MethodSource("arrangements")
  void aNotedArrangementIsReadBack(Arrangement arrangement) {
    assertThat(ArrangementNotation.find(ArrangementNotation.write(arrangement)))
        .contains(arrangement);
  }

  /** Rows of version 1, which stay readable in all later versions. */
  @Test
  void rowsOfTheFirstVersionAreReadable() {
    assertThat(
            ArrangementNotation.find(
                """
                {"v":1,"kind":"weekly","weekday":7,"from":0,"until":1440,"everyWeeks":2,\
                "anchor":"2026-12-01","validFrom":"2026-11-28","slotMinutes":45,"desks":20,\
                "internalDesks":3,"lateDesks":4,"topics":["housing","work"],\
                "languages":["uk"],"validUntil":"2027-12-01"}"""))
        .contains(
            new WeeklyHours(
                DayOfWeek.SUNDAY,
                0,
                1440,
                2,
                DAY,
                DAY.minusDays(3),
                Optional.of(DAY.plusYears(1)),
                45,
                20,
                3,
                4,
                Set.of("housing", "work"),
                Set.of("uk")));
    assertThat(
            ArrangementNotation.find(
                """
                {"v":1,"kind":"closed","first":"2026-12-01","last":"2026-12-02","reason":"\\"x\\""}"""))
        .contains(new ClosedDays(DAY, DAY.plusDays(1), "\"x\""));
    assertThat(
            ArrangementNotation.find(
                """
                {"v":1,"kind":"fewer","day":"2026-12-01","from":0,"until":60,"desks":1,\
                "reason":""}"""))
        .contains(new FewerDesks(DAY, 0, 60, 1, ""));
    assertThat(
            ArrangementNotation.find(
                """
                {"v":1,"kind":"terms","earlyMinutes":60,"bookingDays":28,"lateShareHours":48,\
                "booksOutside":true,"slots":{"work":1},"holdsLimit":20}"""))
        .contains(new OfficeTerms(60, 28, 48, true, Optional.of(20), Map.of("work", 1)));
  }

  @Test
  void theLongestEntryFitsItsColumn() {
    Set<String> words =
        IntStream.range(0, 60).mapToObj(i -> "a".repeat(38) + i / 10 + i % 10).collect(toSet());
    OfficeTerms terms =
        new OfficeTerms(
            240,
            366,
            720,
            false,
            Optional.of(1000),
            words.stream().collect(Collectors.toMap(word -> word, word -> 12)));
    FewerDesks fewer = new FewerDesks(DAY, 0, 1440, 20, "x" + "\0".repeat(78) + "x");

    assertThat(ArrangementNotation.write(terms)).hasSizeBetween(1001, COLUMN);
    assertThat(ArrangementNotation.write(fewer)).hasSizeLessThan(COLUMN);
  }

  @Test
  void nothingIsNotedByTheEmptyString() {
    assertThat(ArrangementNotation.find("")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "WeeklyHours[weekday=MONDAY, fromMinute=480]",
        "weekly;9;480;720;1;2026-01-05;2026-01-05;;30;1;0;0;;",
        "weekly;1;eight;720;1;2026-01-05;2026-01-05;;30;1;0;0;;",
        "weekly;1;480;720;1;2026-01-05",
        "fewer;tomorrow;480;720;1;ill",
        "closed;2026-12-02;2026-12-01;the wrong way round",
        "closed;2026-12-01",
        "terms;60;28;48;true;20;housing",
        "terms;60;0;48;true;20;",
        "other;2026-12-01;480;720;1;ill",
        "{\"v\":2,\"kind\":\"closed\",\"first\":\"2026-12-01\",\"last\":\"2026-12-01\",\"reason\":\"\"}",
        "{\"v\":99,\"new\":[1,{}]}",
        "{\"v\":1,\"kind\":\"other\"}",
        "{\"v\":1,\"kind\":\"closed\",\"first\":\"2026-12-01\"}",
        "{\"v\":1,\"kind\":\"closed\",\"first\":1,\"last\":\"2026-12-01\",\"reason\":\"\"}",
        "{\"v\":1,\"kind\":\"fewer\",\"day\":\"2026-12-01\",\"from\":60,\"until\":0,\"desks\":1,\"reason\":\"\"}",
        "{\"v\":\"1\",\"kind\":\"closed\"}",
        "{\"kind\":\"closed\"}",
        "{\"v\":1,",
        "{"
      })
  void whatCannotBeReadIsKeptAsItIs(String noted) {
    Optional<Arrangement> found = ArrangementNotation.find(noted);

    assertThat(found).contains(new UnknownArrangement(noted));
    assertThat(ArrangementNotation.write(found.orElseThrow())).isEqualTo(noted);
  }
}
