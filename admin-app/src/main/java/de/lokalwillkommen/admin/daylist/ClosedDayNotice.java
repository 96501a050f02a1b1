package de.lokalwillkommen.admin.daylist;

import de.lokalwillkommen.admin.page.CurrentWorkplace;
import de.lokalwillkommen.admin.security.CurrentUser;
import de.lokalwillkommen.admin.security.Section;
import de.lokalwillkommen.core.availability.AvailabilityPlan;
import de.lokalwillkommen.core.availability.AvailabilityView;
import de.lokalwillkommen.core.timetable.ClosedDays;
import de.lokalwillkommen.web.text.PageTexts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Says that the office is closed on the day that the day list shows, if it is. */
@Named
@RequestScoped
public class ClosedDayNotice {

  private AvailabilityPlan plan;
  private DayListView list;
  private PageTexts texts;
  private HttpServletRequest request;
  private CurrentWorkplace here;
  private CurrentUser me;

  protected ClosedDayNotice() {}

  @Inject
  ClosedDayNotice(
      AvailabilityPlan plan,
      DayListView list,
      PageTexts texts,
      HttpServletRequest request,
      CurrentWorkplace here,
      CurrentUser me) {
    this.plan = plan;
    this.list = list;
    this.texts = texts;
    this.request = request;
    this.here = here;
    this.me = me;
  }

  /** The closure, with its reason if known; the empty string if the office is open. */
  public String getText() {
    return find().map(this::inWords).orElse("");
  }

  private Optional<AvailabilityView.ClosedDay> find() {
    return plan.get(here.getOfficeId(), list.day(), list.day()).closedDays().stream().findFirst();
  }

  private String inWords(AvailabilityView.ClosedDay closed) {
    return closed
        .closed()
        .map(ClosedDays::reason)
        .filter(reason -> !reason.isEmpty())
        .map(reason -> texts.of("dayList.closed.why", reason))
        .orElseGet(() -> texts.of("dayList.closed"));
  }

  /** The address for closing the day; the empty string if the person may not. */
  public String getForm() {
    return form("closing");
  }

  /** The address for keeping fewer desks on the day; the empty string if the person may not. */
  public String getFewerDesksForm() {
    return form("fewer");
  }

  private String form(String show) {
    return Section.listFor(me.get()).contains(Section.AVAILABILITY)
        ? request.getContextPath()
            + Section.AVAILABILITY.path()
            + "?office="
            + here.getOfficeId()
            + "&show="
            + show
            + "&week="
            + list.getDay()
            + "&day="
            + list.getDay()
        : "";
  }
}
