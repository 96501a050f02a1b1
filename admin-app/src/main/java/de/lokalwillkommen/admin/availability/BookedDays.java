package de.lokalwillkommen.admin.availability;

import de.lokalwillkommen.admin.security.CurrentUser;
import de.lokalwillkommen.core.timetable.ClosedDays;
import de.lokalwillkommen.web.text.PageTexts;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;

/** Days with appointments that need work, each with its day list. */
@Dependent
class BookedDays {

  private final CurrentUser me;
  private final AvailabilityRequest asked;
  private final AvailabilityInWords words;
  private final PageTexts texts;

  @Inject
  BookedDays(
      CurrentUser me, AvailabilityRequest asked, AvailabilityInWords words, PageTexts texts) {
    this.me = me;
    this.asked = asked;
    this.words = words;
    this.texts = texts;
  }

  /**
   * A day.
   *
   * @param list the address of its day list; the empty string if the person cannot open it
   * @param text the day and how many appointments
   */
  public record Day(String list, String text) {}

  /** Whether the person can open the day list, which shows only the person's own office. */
  boolean areLinked() {
    return me.get().office().filter(asked.office().id()::equals).isPresent();
  }

  /** The days in words. */
  List<Day> of(SortedMap<LocalDate, Integer> counts) {
    return counts.entrySet().stream()
        .map(
            entry ->
                new Day(
                    areLinked() ? "day-list.xhtml?day=" + entry.getKey() : "",
                    texts.of(
                        "availability.orphans.day", inWords(entry.getKey()), entry.getValue())))
        .toList();
  }

  private String inWords(LocalDate day) {
    return words.days(new ClosedDays(day, day, ""), texts.getLanguage());
  }
}
