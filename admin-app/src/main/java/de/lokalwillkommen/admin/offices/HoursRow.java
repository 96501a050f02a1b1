package de.lokalwillkommen.admin.offices;

import de.lokalwillkommen.core.offices.OpeningTimes;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A row of the form for opening hours, as it is entered.
 *
 * @param index its place in the form, 0 for the first
 * @param days the days on which the times hold
 * @param everyWeeks 1 for every week
 * @param anchor a day of a week in which they hold; the empty string for any
 */
public record HoursRow(
    int index,
    Set<DayOfWeek> days,
    String from,
    String until,
    String everyWeeks,
    String anchor,
    String validFrom,
    String validUntil) {

  private static final int MINUTES_OF_A_DAY = 24 * 60;

  static HoursRow empty(int index) {
    return new HoursRow(index, Set.of(), "", "", "1", "", "", "");
  }

  /** The row of that place in a form that was sent. */
  static HoursRow sent(OfficesRequest asked, int index) {
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      if (asked.all("days-" + index).contains("" + day.getValue())) {
        days.add(day);
      }
    }
    return new HoursRow(
        index,
        days,
        word(asked, "from-" + index),
        word(asked, "until-" + index),
        word(asked, "everyWeeks-" + index),
        word(asked, "anchor-" + index),
        word(asked, "validFrom-" + index),
        word(asked, "validUntil-" + index));
  }

  private static String word(OfficesRequest asked, String name) {
    return asked.word(name).orElse("");
  }

  /** The rows for these times: the days that have the same times share one. */
  static List<HoursRow> listOf(List<OpeningTimes> all) {
    Map<List<String>, Set<DayOfWeek>> days = new LinkedHashMap<>();
    for (OpeningTimes times : all) {
      days.computeIfAbsent(words(times), t -> EnumSet.noneOf(DayOfWeek.class)).add(times.weekday());
    }
    List<HoursRow> rows = new ArrayList<>();
    days.forEach(
        (words, on) ->
            rows.add(
                new HoursRow(
                    rows.size(),
                    on,
                    words.get(0),
                    words.get(1),
                    words.get(2),
                    words.get(3),
                    words.get(4),
                    words.get(5))));
    return rows;
  }

  private static List<String> words(OpeningTimes times) {
    int weeks = times.rhythm().everyWeeks();
    return List.of(
        time(times.fromMinute()),
        time(times.untilMinute()),
        "" + weeks,
        weeks == 1 ? "" : times.rhythm().anchor().toString(),
        times.validFrom().map(LocalDate::toString).orElse(""),
        times.validUntil().map(LocalDate::toString).orElse(""));
  }

  private static String time(int minute) {
    return LocalTime.MIN.plusMinutes(minute % MINUTES_OF_A_DAY).toString();
  }

  /** Whether nothing was entered: such a row is left out. */
  boolean isEmpty() {
    return from.isBlank() && until.isBlank() && days.isEmpty();
  }

  /** Whether it does not hold in every week. */
  public boolean isSpecial() {
    return !everyWeeks.equals("1") || !validFrom.isBlank() || !validUntil.isBlank();
  }
}
