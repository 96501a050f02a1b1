package de.lokalwillkommen.admin.availability;

import de.lokalwillkommen.admin.page.DaysInWords;
import de.lokalwillkommen.core.availability.ArrangingAvailability;
import de.lokalwillkommen.core.offices.SchoolHoliday;
import de.lokalwillkommen.core.timetable.ClosedDays;
import de.lokalwillkommen.web.request.SentValues;
import de.lokalwillkommen.web.text.PageTexts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Days on which the whole office is closed, for appointments and for walk-ins. */
@Named
@RequestScoped
public class ClosureForm {

  private static final String LAST_DAY = "last";
  private static final String REASON = "reason";
  private static final int MOST_TEMPLATES = 5;

  private ArrangingAvailability arranging;
  private OrphanWarning orphans;
  private AvailabilityPage page;
  private AvailabilityRequest asked;
  private AvailabilityInWords words;
  private PageTexts texts;

  private String firstDay;
  private String lastDay;
  private String reason;

  protected ClosureForm() {}

  @Inject
  ClosureForm(
      ArrangingAvailability arranging,
      OrphanWarning orphans,
      AvailabilityPage page,
      AvailabilityRequest asked,
      AvailabilityInWords words,
      PageTexts texts) {
    this.arranging = arranging;
    this.orphans = orphans;
    this.page = page;
    this.asked = asked;
    this.words = words;
    this.texts = texts;
  }

  /**
   * Begins with the requested days, else with the first one of the week; a template names the last
   * day and the reason, too.
   */
  public void enter() {
    firstDay = asked.day().toString();
    lastDay =
        asked.word(LAST_DAY).flatMap(SentValues::findDay).map(LocalDate::toString).orElse(firstDay);
    reason = asked.word(REASON).orElse(null);
  }

  /**
   * School holidays to take over.
   *
   * @param address the form with their days
   * @param text their name and days
   */
  public record Template(String address, String text) {}

  /** The next school holidays of the state in which the office is. */
  public List<Template> getTemplates() {
    return asked.office().holidayRegion().stream()
        .flatMap(region -> SchoolHoliday.listAhead(region, asked.today()).stream())
        .limit(MOST_TEMPLATES)
        .map(this::template)
        .toList();
  }

  /** Up to when school holidays can be taken over, and what to do with later ones, in words. */
  public String getTemplatesEnd() {
    return asked
        .office()
        .holidayRegion()
        .flatMap(SchoolHoliday::findLastKnownDay)
        .map(day -> DaysInWords.date(day, texts.getLanguage()))
        .map(day -> texts.of("availability.school.until", day))
        .orElseGet(() -> texts.of("availability.school.none"));
  }

  private Template template(SchoolHoliday holiday) {
    String name = texts.of("availability.school." + holiday.name());
    String address =
        page.show("closing")
            + "&"
            + AvailabilityRequest.DAY
            + "="
            + holiday.firstDay()
            + "&"
            + LAST_DAY
            + "="
            + holiday.lastDay()
            + "&"
            + REASON
            + "="
            + URLEncoder.encode(name, StandardCharsets.UTF_8);
    ClosedDays days = new ClosedDays(holiday.firstDay(), holiday.lastDay(), "");
    return new Template(address, name + ", " + words.days(days, texts.getLanguage()));
  }

  /** Saves it, unless it affects people who have not been shown yet. */
  public void save() throws IOException {
    String office = asked.office().id();
    LocalDate first = new EnteredField("firstDay", firstDay).date().orElseGet(asked::today);
    LocalDate last = new EnteredField("lastDay", lastDay).date().orElse(first);
    ClosedDays days =
        new ClosedDays(first, last, Optional.ofNullable(reason).map(String::strip).orElse(""));
    if (orphans.letPass(
        "close", arranging.close(asked.person(), office, days, orphans.toldOfClosing()).untold())) {
      page.goOn(AvailabilityPage.EXCEPTIONS, "closed");
    }
  }

  /** Removes the requested closure. */
  public void reopen() throws IOException {
    arranging.reopen(
        asked.person(), asked.office().id(), AvailabilityRequest.required(asked.closure()));
    page.goOn(AvailabilityPage.EXCEPTIONS, "reopened");
  }

  public String getFirstDay() {
    return firstDay;
  }

  public void setFirstDay(String firstDay) {
    this.firstDay = firstDay;
  }

  public String getLastDay() {
    return lastDay;
  }

  public void setLastDay(String lastDay) {
    this.lastDay = lastDay;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
