package de.lokalwillkommen.core.availability;

import de.lokalwillkommen.core.kernel.PlainText;
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
import java.util.stream.Collectors;

/**
 * Reads the notation without a version in which the history was written until schema 11: a word
 * that names the kind, then its values in order, separated by semicolons. It is never written any
 * more and never changes.
 */
final class FirstNotation {

  private static final String WEEKLY = "weekly";
  private static final int WEEKLY_PARTS = 14;
  private static final String FEWER = "fewer";
  private static final int FEWER_PARTS = 6;
  private static final String CLOSED = "closed";
  private static final int CLOSED_PARTS = 4;
  private static final String TERMS = "terms";
  private static final int TERMS_PARTS = 7;
  private static final String BETWEEN = ";";
  private static final String WORDS = ",";
  private static final String IS = "=";

  private FirstNotation() {}

  /**
   * The arrangement that is noted, if one is.
   *
   * @throws java.time.DateTimeException for a value that is no date
   * @throws NumberFormatException for a value that is no number
   * @throws de.lokalwillkommen.core.kernel.Refused for values out of their ranges
   */
  static Optional<Arrangement> find(String noted) {
    String[] all = noted.split(BETWEEN, -1);
    if (all.length == WEEKLY_PARTS && all[0].equals(WEEKLY)) {
      return Optional.of(weekly(all));
    }
    if (all.length == TERMS_PARTS && all[0].equals(TERMS)) {
      return Optional.of(terms(all));
    }
    // the reason comes last and may contain anything
    String[] closed = noted.split(BETWEEN, CLOSED_PARTS);
    if (closed.length == CLOSED_PARTS && closed[0].equals(CLOSED)) {
      return Optional.of(closed(closed));
    }
    String[] fewer = noted.split(BETWEEN, FEWER_PARTS);
    return fewer.length == FEWER_PARTS && fewer[0].equals(FEWER)
        ? Optional.of(fewer(fewer))
        : Optional.empty();
  }

  private static WeeklyHours weekly(String... part) {
    return new WeeklyHours(
        DayOfWeek.of(Integer.parseInt(part[1])),
        Integer.parseInt(part[2]),
        Integer.parseInt(part[3]),
        Integer.parseInt(part[4]),
        LocalDate.parse(part[5]),
        LocalDate.parse(part[6]),
        Optional.of(part[7]).filter(d -> !d.isEmpty()).map(LocalDate::parse),
        Integer.parseInt(part[8]),
        Integer.parseInt(part[9]),
        Integer.parseInt(part[10]),
        Integer.parseInt(part[11]),
        words(part[12]),
        words(part[13]));
  }

  private static FewerDesks fewer(String... part) {
    return new FewerDesks(
        LocalDate.parse(part[1]),
        Integer.parseInt(part[2]),
        Integer.parseInt(part[3]),
        Integer.parseInt(part[4]),
        part[5]);
  }

  private static ClosedDays closed(String... part) {
    return new ClosedDays(
        LocalDate.parse(part[1]), LocalDate.parse(part[2]), PlainText.of(part[3]));
  }

  private static OfficeTerms terms(String... part) {
    return new OfficeTerms(
        Integer.parseInt(part[1]),
        Integer.parseInt(part[2]),
        Integer.parseInt(part[3]),
        Boolean.parseBoolean(part[4]),
        Optional.of(part[5]).filter(h -> !h.isEmpty()).map(Integer::valueOf),
        slots(part[6]));
  }

  private static Map<String, Integer> slots(String joined) {
    return words(joined).stream()
        .map(word -> word.split(IS, 2))
        .collect(
            Collectors.toMap(
                pair -> pair[0], pair -> Integer.valueOf(pair.length > 1 ? pair[1] : "")));
  }

  private static Set<String> words(String joined) {
    return joined.isEmpty() ? Set.of() : Set.of(joined.split(WORDS));
  }
}
