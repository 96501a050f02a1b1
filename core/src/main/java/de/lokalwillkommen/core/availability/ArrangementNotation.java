package de.lokalwillkommen.core.availability;

import de.lokalwillkommen.core.kernel.Refused;
import de.lokalwillkommen.core.timetable.Arrangement;
import de.lokalwillkommen.core.timetable.ClosedDays;
import de.lokalwillkommen.core.timetable.FewerDesks;
import de.lokalwillkommen.core.timetable.OfficeTerms;
import de.lokalwillkommen.core.timetable.WeeklyHours;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How arrangements are written into the history: their values in order, separated by semicolons,
 * after a word that says which values follow. The pages read it back to show it in the reader's
 * language.
 */
final class ArrangementNotation {

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

  private ArrangementNotation() {}

  static String write(Arrangement arrangement) {
    // Java 17 has no switch over types yet
    if (arrangement instanceof WeeklyHours hours) {
      return write(hours);
    }
    if (arrangement instanceof FewerDesks fewer) {
      return write(fewer);
    }
    return arrangement instanceof ClosedDays days ? write(days) : write((OfficeTerms) arrangement);
  }

  /** The arrangement that a history entry holds, if there is one. */
  static Optional<Arrangement> find(String noted) {
    try {
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
    } catch (DateTimeException | NumberFormatException | Refused notOurs) {
      return Optional.empty();
    }
  }

  private static String write(WeeklyHours hours) {
    return joined(
        WEEKLY,
        hours.weekday().getValue(),
        hours.fromMinute(),
        hours.untilMinute(),
        hours.everyWeeks(),
        hours.anchor(),
        hours.validFrom(),
        hours.validUntil().map(LocalDate::toString).orElse(""),
        hours.slotMinutes(),
        hours.desks(),
        hours.internalDesks(),
        hours.lateDesks(),
        String.join(WORDS, new TreeSet<>(hours.topics())),
        String.join(WORDS, new TreeSet<>(hours.languages())));
  }

  private static String write(FewerDesks fewer) {
    return joined(
        FEWER, fewer.day(), fewer.fromMinute(), fewer.untilMinute(), fewer.desks(), fewer.reason());
  }

  private static String write(ClosedDays days) {
    return joined(CLOSED, days.firstDay(), days.lastDay(), days.reason());
  }

  private static String write(OfficeTerms terms) {
    return joined(
        TERMS,
        terms.earlyMinutes(),
        terms.bookingDays(),
        terms.lateShareHours(),
        terms.booksOutside(),
        terms.holdsLimit().map(Object::toString).orElse(""),
        new TreeMap<>(terms.slots())
            .entrySet().stream()
                .map(e -> e.getKey() + IS + e.getValue())
                .collect(Collectors.joining(WORDS)));
  }

  private static String joined(Object... parts) {
    return Stream.of(parts).map(Object::toString).collect(Collectors.joining(BETWEEN));
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
    return new ClosedDays(LocalDate.parse(part[1]), LocalDate.parse(part[2]), part[3]);
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
