package de.lokalwillkommen.core.offices;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/** What a new office begins with. */
public enum OfficeTemplate {
  /** Open on four days of each week, with three counters. */
  NEIGHBOURHOOD(3, false),
  /** A tablet in a borrowed room, open every second Tuesday. */
  OUTPOST(1, true);

  private final int counters;
  private final boolean outpost;

  OfficeTemplate(int counters, boolean outpost) {
    this.counters = counters;
    this.outpost = outpost;
  }

  /**
   * An office from this template.
   *
   * @param counterWord what stands before the number of a counter, for example {@code Raum}
   * @param anchor a day of a week in which it is open
   */
  public OfficeFounding found(String slug, OfficeData data, String counterWord, LocalDate anchor) {
    List<CounterSign> signs =
        IntStream.rangeClosed(1, counters)
            .mapToObj(number -> new CounterSign("" + number, counterWord + " " + number))
            .toList();
    return new OfficeFounding(slug, data, outpost, times(anchor), signs);
  }

  private List<OpeningTimes> times(LocalDate anchor) {
    return switch (this) {
      case NEIGHBOURHOOD ->
          List.of(
              OpeningTimes.weekly(DayOfWeek.MONDAY, 9, 12, anchor),
              OpeningTimes.weekly(DayOfWeek.TUESDAY, 13, 16, anchor),
              OpeningTimes.weekly(DayOfWeek.THURSDAY, 14, 17, anchor),
              OpeningTimes.weekly(DayOfWeek.FRIDAY, 9, 12, anchor));
      case OUTPOST -> List.of(OpeningTimes.everyWeeks(2, DayOfWeek.TUESDAY, 10, 12, anchor));
    };
  }
}
