package de.lokalwillkommen.admin.offices;

import de.lokalwillkommen.admin.page.DaysInWords;
import de.lokalwillkommen.admin.security.CurrentUser;
import de.lokalwillkommen.core.arranging.ArrangingOffices;
import de.lokalwillkommen.core.offices.OpeningTimes;
import de.lokalwillkommen.core.offices.WeekRhythm;
import de.lokalwillkommen.web.request.SentValues;
import de.lokalwillkommen.web.text.PageTexts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The form for the opening hours: a row for all days that have the same times. */
@Named
@RequestScoped
public class OfficeHoursForm {

  private static final int END_OF_DAY = 24 * 60;

  private ArrangingOffices arranging;
  private OfficesRequest asked;
  private OfficePage page;
  private CurrentUser me;
  private PageTexts texts;
  private Clock clock;
  private boolean longer;

  protected OfficeHoursForm() {}

  @Inject
  OfficeHoursForm(
      ArrangingOffices arranging,
      OfficesRequest asked,
      OfficePage page,
      CurrentUser me,
      PageTexts texts,
      Clock clock) {
    this.arranging = arranging;
    this.asked = asked;
    this.page = page;
    this.me = me;
    this.texts = texts;
    this.clock = clock;
  }

  /** The rows as entered, or those that apply and an empty one. */
  public List<HoursRow> getRows() {
    List<HoursRow> rows = new ArrayList<>(asked.isSent() ? sent() : present());
    if (longer || rows.isEmpty() || !asked.isSent()) {
      rows.add(HoursRow.empty(rows.size()));
    }
    return rows;
  }

  private List<HoursRow> present() {
    return HoursRow.listOf(asked.office().times());
  }

  private List<HoursRow> sent() {
    return IntStream.range(0, asked.all("row").size())
        .mapToObj(row -> HoursRow.sent(asked, row))
        .toList();
  }

  /**
   * A day to tick.
   *
   * @param number 1 for Monday
   * @param brief its short name
   * @param name its name
   * @param ticked whether the times of the row hold on it
   */
  public record Day(int number, String brief, String name, boolean ticked) {}

  /** The days of the week for a row. */
  public List<Day> days(HoursRow row) {
    return Stream.of(DayOfWeek.values())
        .map(
            day ->
                new Day(
                    day.getValue(),
                    DaysInWords.briefly(day, texts.getLanguage()),
                    DaysInWords.weekday(day, texts.getLanguage()),
                    row.days().contains(day)))
        .toList();
  }

  /** Adds an empty row to what is entered. */
  public void lengthen() {
    longer = true;
  }

  /** Saves the hours, unless people who are affected stop that. */
  public void save() throws IOException {
    List<OpeningTimes> times =
        sent().stream().filter(row -> !row.isEmpty()).flatMap(this::times).toList();
    page.goOnUnlessAffected(
        version -> arranging.open(me.get(), page.getId(), version, times, asked.told()));
  }

  private Stream<OpeningTimes> times(HoursRow row) {
    return OfficesRequest.ofRow(
        row.index(),
        () -> {
          if (row.days().isEmpty()) {
            throw asked.refused("days");
          }
          return row.days().stream().map(day -> times(row, day)).toList().stream();
        });
  }

  private OpeningTimes times(HoursRow row, DayOfWeek day) {
    int until = minute(row.until());
    return new OpeningTimes(
        day,
        minute(row.from()),
        until == 0 ? END_OF_DAY : until,
        rhythm(row),
        asked.day("valid", row.validFrom()),
        asked.day("valid", row.validUntil()));
  }

  private WeekRhythm rhythm(HoursRow row) {
    int weeks = asked.number("everyWeeks", row.everyWeeks());
    if (weeks < 1) {
      throw asked.refused("everyWeeks");
    }
    LocalDate today = LocalDate.ofInstant(clock.instant(), asked.office().data().zone());
    return new WeekRhythm(weeks, asked.day("anchor", row.anchor()).orElse(today));
  }

  private int minute(String entered) {
    return SentValues.findTime(entered).orElseThrow(() -> asked.refused("times")).toSecondOfDay()
        / 60;
  }
}
