package de.lokalwillkommen.admin.availability;

import de.lokalwillkommen.admin.security.CurrentUser;
import de.lokalwillkommen.core.availability.ArrangingAvailability;
import de.lokalwillkommen.core.timetable.FewerDesks;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Optional;

/** A day on which there are fewer desks for some hours, or none. */
@Named("fewer")
@RequestScoped
public class ExceptionForm {

  private ArrangingAvailability arranging;
  private OrphanWarning orphans;
  private PlanPage page;
  private PlanRequest asked;
  private CurrentUser me;

  private String day;
  private String from = "09:00";
  private String until = "12:00";
  private String desks = "0";
  private String reason;

  protected ExceptionForm() {}

  @Inject
  ExceptionForm(
      ArrangingAvailability arranging,
      OrphanWarning orphans,
      PlanPage page,
      PlanRequest asked,
      CurrentUser me) {
    this.arranging = arranging;
    this.orphans = orphans;
    this.page = page;
    this.asked = asked;
    this.me = me;
  }

  /** Begins with the requested day, else with the first one of the week. */
  public void enter() {
    day = asked.day().toString();
  }

  /** Saves it, unless it would orphan appointments that have not been shown yet. */
  public void save() throws IOException {
    String office = asked.office().id();
    LocalDate on = new PlanEntry("day", day).date().orElseGet(asked::today);
    FewerDesks entered =
        new FewerDesks(
            on,
            new PlanEntry("from", from).minute(),
            new PlanEntry("until", until).endMinute(),
            new PlanEntry("desks", desks).number(),
            Optional.ofNullable(reason).orElse(""));
    if (orphans.letPass("except", arranging.except(me.get(), office, entered, orphans.told()))) {
      page.goOn(PlanPage.EXCEPTIONS, "excepted");
    }
  }

  /** Removes the requested exception. */
  public void restore() throws IOException {
    arranging.restore(me.get(), PlanRequest.required(asked.exception()));
    page.goOn(PlanPage.EXCEPTIONS, "restored");
  }

  public String getDay() {
    return day;
  }

  public void setDay(String day) {
    this.day = day;
  }

  public String getFrom() {
    return from;
  }

  public void setFrom(String from) {
    this.from = from;
  }

  public String getUntil() {
    return until;
  }

  public void setUntil(String until) {
    this.until = until;
  }

  public String getDesks() {
    return desks;
  }

  public void setDesks(String desks) {
    this.desks = desks;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
