package de.lokalwillkommen.admin.availability;

import de.lokalwillkommen.core.availability.ArrangingAvailability;
import de.lokalwillkommen.core.timetable.FewerDesks;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Optional;

/** A day on which there are fewer desks for some hours, or none. */
@Named
@RequestScoped
public class ExceptionForm extends TimesForm {

  private ArrangingAvailability arranging;
  private OrphanWarning orphans;
  private AvailabilityPage page;
  private AvailabilityRequest asked;

  private String day;
  private String reason;

  protected ExceptionForm() {
    super("0");
  }

  @Inject
  ExceptionForm(
      ArrangingAvailability arranging,
      OrphanWarning orphans,
      AvailabilityPage page,
      AvailabilityRequest asked) {
    super("0");
    this.arranging = arranging;
    this.orphans = orphans;
    this.page = page;
    this.asked = asked;
  }

  /** Begins with the requested day, else with the first one of the week. */
  public void enter() {
    day = asked.day().toString();
  }

  /** Saves it, unless it would orphan appointments that have not been shown yet. */
  public void save() throws IOException {
    String office = asked.office().id();
    LocalDate on = new EnteredField("day", day).date().orElseGet(asked::today);
    FewerDesks entered =
        new FewerDesks(
            on,
            new EnteredField("from", getFrom()).minute(),
            new EnteredField("until", getUntil()).endMinute(),
            new EnteredField("desks", getDesks()).number(),
            Optional.ofNullable(reason).orElse(""));
    if (orphans.letPass(
        "except", arranging.except(asked.person(), office, entered, orphans.told()))) {
      page.goOn(AvailabilityPage.EXCEPTIONS, "excepted");
    }
  }

  /** Removes the requested exception. */
  public void restore() throws IOException {
    arranging.restore(asked.person(), AvailabilityRequest.required(asked.exception()));
    page.goOn(AvailabilityPage.EXCEPTIONS, "restored");
  }

  public String getDay() {
    return day;
  }

  public void setDay(String day) {
    this.day = day;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
