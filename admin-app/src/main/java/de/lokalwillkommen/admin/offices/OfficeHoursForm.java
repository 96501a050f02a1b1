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
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The form for the opening hours of a week: a row for each window, and an empty one a weekday. */
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

  /**
   * A row of the form, as it is entered.
   *
   * @param weekday 1 for Monday
   * @param day its name
   * @param anchor a day of a week in which the times hold
   */
  public record Row(
      String weekday,
      String day,
      String from,
      String until,
      String everyWeeks,
      String anchor,
      String validFrom,
      String validUntil) {

    /** Whether nothing was entered. */
    boolean isEmpty() {
      return from.isBlank() && until.isBlank();
    }
  }

  public List<Row> getRows() {
    if (isSent()) {
      return sent();
    }
    List<Row> rows = new ArrayList<>(asked.office().times().stream().map(this::row).toList());
    Stream.of(DayOfWeek.values()).map(this::empty).forEach(rows::add);
    // the windows of a day stand before its empty row
    rows.sort(Comparator.comparing(Row::weekday));
    return rows;
  }

  private boolean isSent() {
    return asked.isSent() && !asked.all("weekday").isEmpty();
  }

  private List<Row> sent() {
    return IntStream.range(0, asked.all("weekday").size()).mapToObj(this::sent).toList();
  }

  private Row sent(int row) {
    String weekday = at("weekday", row);
    return new Row(
        weekday,
        dayOf(weekday),
        at("from", row),
        at("until", row),
        at("everyWeeks", row),
        at("anchor", row),
        at("validFrom", row),
        at("validUntil", row));
  }

  private String at(String field, int row) {
    List<String> all = asked.all(field);
    return row < all.size() ? all.get(row) : "";
  }

  private String dayOf(String weekday) {
    return DaysInWords.weekday(weekday(weekday), texts.getLanguage());
  }

  private DayOfWeek weekday(String entered) {
    return SentValues.findNumber(entered)
        .filter(number -> number >= 1 && number <= DayOfWeek.values().length)
        .map(DayOfWeek::of)
        .orElseThrow(() -> asked.refused("times"));
  }

  private Row row(OpeningTimes times) {
    String weekday = "" + times.weekday().getValue();
    return new Row(
        weekday,
        dayOf(weekday),
        time(times.fromMinute()),
        time(times.untilMinute()),
        "" + times.rhythm().everyWeeks(),
        times.rhythm().anchor().toString(),
        times.validFrom().map(LocalDate::toString).orElse(""),
        times.validUntil().map(LocalDate::toString).orElse(""));
  }

  private Row empty(DayOfWeek day) {
    String weekday = "" + day.getValue();
    return new Row(weekday, dayOf(weekday), "", "", "1", today().toString(), "", "");
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), asked.office().data().zone());
  }

  private static String time(int minute) {
    return LocalTime.MIN.plusMinutes(minute).toString();
  }

  /** Saves the hours and shows the office again. */
  public void save() throws IOException {
    List<OpeningTimes> times =
        sent().stream().filter(row -> !row.isEmpty()).map(this::times).toList();
    arranging.open(me.get(), page.getId(), asked.version(), times);
    asked.goOn(page.getId(), "changed");
  }

  private OpeningTimes times(Row row) {
    int until = minute(row.until());
    int everyWeeks = asked.number("everyWeeks", row.everyWeeks());
    if (everyWeeks < 1) {
      throw asked.refused("everyWeeks");
    }
    return new OpeningTimes(
        weekday(row.weekday()),
        minute(row.from()),
        until == 0 ? END_OF_DAY : until,
        new WeekRhythm(everyWeeks, asked.day("times", row.anchor()).orElseGet(this::today)),
        asked.day("valid", row.validFrom()),
        asked.day("valid", row.validUntil()));
  }

  private int minute(String entered) {
    return SentValues.findTime(entered).orElseThrow(() -> asked.refused("times")).toSecondOfDay()
        / 60;
  }
}
