package de.lokalwillkommen.admin.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import de.lokalwillkommen.admin.availability.AvailabilityDesk;
import de.lokalwillkommen.admin.figures.LeadTimeChart.Line;
import de.lokalwillkommen.admin.figures.LeadTimeChart.Mark;
import de.lokalwillkommen.admin.security.FormRequest;
import de.lokalwillkommen.core.offices.OfficeDirectory;
import de.lokalwillkommen.core.staff.SignedIn;
import de.lokalwillkommen.web.text.PageTexts;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeadTimeTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  private final AvailabilityDesk desk = new AvailabilityDesk();

  private LeadTimePage page(String... fields) {
    return page(desk.admin, fields);
  }

  private LeadTimePage page(SignedIn by, String... fields) {
    FormRequest sent = new FormRequest(by);
    for (int i = 0; i < fields.length; i += 2) {
      sent.with(fields[i], fields[i + 1]);
    }
    return new LeadTimePage(
        desk.offices.leadTimes,
        new OfficeDirectory(desk.offices.offices),
        AvailabilityDesk.WORDS,
        new PageTexts(AvailabilityDesk.TEXTS, sent.request()),
        sent.request(),
        desk.offices.clock,
        sent.me());
  }

  @ParameterizedTest
  @CsvSource({"14, 14", "30, 30", "90, 90", "7, 90", "'', 90", "'90; drop', 90"})
  void threePeriodsCanBeChosen(String asked, int shown) {
    assertThat(page("days", asked).getDays()).isEqualTo(shown);
  }

  @Test
  void theFiguresAreShownInWords() {
    desk.offices.measured("hoerde", TODAY.minusDays(1), Duration.ofDays(9), Duration.ofDays(5));
    desk.offices.measured("hoerde", TODAY, Duration.ofHours(71), Duration.ofHours(5));

    LeadTimePage page = page("office", "hoerde", "days", "14");

    assertThat(page.getMedian()).isEqualTo("3 Tage");
    assertThat(page.getThird()).isEqualTo("5 Stunden");
    assertThat(page.getVerdict()).contains("21 Tage", "höchstens 3 Tage");
    assertThat(page.getRows()).extracting(LeadTimePage.Row::median).containsExactly("3,0", "9,0");
    assertThat(page.getOffices())
        .extracting(LeadTimePage.Row::name, LeadTimePage.Row::median)
        .containsExactly(tuple("Hörde", "3,0"), tuple("Eving", "–"));
  }

  @Test
  void aLeadSeesTheFiguresOfTheirOfficeOnly() {
    LeadTimePage page = page(desk.lead, "office", "eving");

    assertThat(page.getOfficeId()).isEqualTo("hoerde");
    assertThat(page.getOffices()).extracting(LeadTimePage.Row::id).containsExactly("hoerde");
  }

  @Test
  void anOfficeWithoutFiguresSaysSo() {
    LeadTimePage page = page("office", "eving");

    assertThat(page.getMedian()).isEqualTo("noch keine Angabe");
    assertThat(page.getVerdict()).contains("noch kein Termin");
    assertThat(page.getChart().lines()).isEmpty();
  }

  @Test
  void theChartRunsFromLeftToRightAndLongLeadsAreHigh() {
    desk.offices.measured("hoerde", TODAY.minusDays(13), Duration.ofDays(28), Duration.ofDays(20));
    desk.offices.measured("hoerde", TODAY, Duration.ZERO, Duration.ofDays(14));

    LeadTimeChart chart = page("office", "hoerde", "days", "14").getChart();

    assertThat(chart.lines()).extracting(Line::name).containsExactly("p90", "third", "median");
    assertThat(chart.lines().get(2).runs()).containsExactly("44.0,16.0 1252.0,296.0");
    assertThat(chart.baseline()).isEqualTo("86.0");
    assertThat(chart.leads()).extracting(Mark::lead).containsExactly(0, 7, 14, 21, 28);
    assertThat(chart.days()).extracting(Mark::day).contains(TODAY).hasSizeLessThanOrEqualTo(8);
  }

  @Test
  void aDayOnWhichNothingWasFreeSaysSoAndIsNotDrawnOver() {
    Duration day = Duration.ofDays(1);
    desk.offices.measured("hoerde", TODAY.minusDays(3), day, day);
    desk.offices.measured("hoerde", TODAY.minusDays(2), day, day);
    desk.offices.bookedOut("hoerde", TODAY.minusDays(1), day);
    desk.offices.measured("hoerde", TODAY, day, day);

    LeadTimePage page = page("office", "hoerde", "days", "14");

    assertThat(page.getRows())
        .extracting(LeadTimePage.Row::third)
        .containsExactly("1,0", "keiner", "1,0", "1,0");
    Line third = page.getChart().lines().get(1);
    assertThat(third.runs()).hasSize(2).last().asString().startsWith("1252.0,").contains(" 1252.0");
    assertThat(page.getChart().bookedOut()).containsExactly("1159.1");
    assertThat(page.getChart().lines().get(2).runs()).hasSize(1);
  }

  @Test
  void bookedOutTodayIsNotWhatWasFreeYesterday() {
    desk.offices.measured("hoerde", TODAY.minusDays(1), Duration.ofDays(1), Duration.ofDays(1));
    desk.offices.bookedOut("hoerde", TODAY, Duration.ofDays(9));

    assertThat(page("office", "hoerde").getThird()).isEqualTo("keiner");
  }

  @Test
  void theBaselineIsAlwaysInThePicture() {
    desk.offices.measured("hoerde", TODAY, Duration.ofDays(1), Duration.ofDays(1));

    assertThat(page("office", "hoerde").getChart().leads()).extracting(Mark::lead).contains(21);
  }
}
