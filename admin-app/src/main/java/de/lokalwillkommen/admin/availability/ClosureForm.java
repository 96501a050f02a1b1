package de.lokalwillkommen.admin.availability;

import de.lokalwillkommen.core.availability.ArrangingAvailability;
import de.lokalwillkommen.core.timetable.ClosedDays;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Optional;

/** Days on which the whole office is closed, for appointments and for walk-ins. */
@Named
@RequestScoped
public class ClosureForm {

  private ArrangingAvailability arranging;
  private OrphanWarning orphans;
  private AvailabilityPage page;
  private AvailabilityRequest asked;

  private String firstDay;
  private String lastDay;
  private String reason;

  protected ClosureForm() {}

  @Inject
  ClosureForm(
      ArrangingAvailability arranging,
      OrphanWarning orphans,
      AvailabilityPage page,
      AvailabilityRequest asked) {
    this.arranging = arranging;
    this.orphans = orphans;
    this.page = page;
    this.asked = asked;
  }

  /** Begins with the requested day, else with the first one of the week. */
  public void enter() {
    firstDay = asked.day().toString();
    lastDay = firstDay;
  }

  /** Saves it, unless it would orphan appointments that have not been shown yet. */
  public void save() throws IOException {
    String office = asked.office().id();
    LocalDate first = new EnteredField("firstDay", firstDay).date().orElseGet(asked::today);
    LocalDate last = new EnteredField("lastDay", lastDay).date().orElse(first);
    ClosedDays days =
        new ClosedDays(first, last, Optional.ofNullable(reason).map(String::strip).orElse(""));
    if (orphans.letPass("close", arranging.close(asked.person(), office, days, orphans.told()))) {
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
