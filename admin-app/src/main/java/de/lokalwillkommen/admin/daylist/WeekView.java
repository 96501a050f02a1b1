package de.lokalwillkommen.admin.daylist;

import de.lokalwillkommen.admin.page.CommandParameters;
import de.lokalwillkommen.admin.page.CurrentWorkplace;
import de.lokalwillkommen.admin.page.DaysInWords;
import de.lokalwillkommen.admin.security.CurrentUser;
import de.lokalwillkommen.core.availability.AvailabilityPlan;
import de.lokalwillkommen.core.availability.AvailabilityView;
import de.lokalwillkommen.core.booking.AppointmentLists;
import de.lokalwillkommen.core.booking.AppointmentStatus;
import de.lokalwillkommen.core.booking.BookingByStaff;
import de.lokalwillkommen.core.booking.Channel;
import de.lokalwillkommen.core.booking.Slot;
import de.lokalwillkommen.core.booking.SlotQuery;
import de.lokalwillkommen.core.kernel.BusinessDay;
import de.lokalwillkommen.web.text.Moments;
import de.lokalwillkommen.web.text.PageTexts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The week of an office: booked, free and closed, by days and half-hours. */
@Named
@RequestScoped
public class WeekView {

  private static final int WORKDAYS = 5;
  private static final int WEEK = 7;

  private AppointmentLists appointments;
  private AvailabilityPlan plan;
  private BookingByStaff booking;
  private WeekPage page;
  private PageTexts texts;
  private Clock clock;
  private CommandParameters asked;
  private CurrentWorkplace here;
  private CurrentUser me;

  private WeekGrid grid;

  protected WeekView() {}

  @Inject
  WeekView(
      AppointmentLists appointments,
      AvailabilityPlan plan,
      BookingByStaff booking,
      WeekPage page,
      PageTexts texts,
      Clock clock,
      CommandParameters asked,
      CurrentWorkplace here,
      CurrentUser me) {
    this.appointments = appointments;
    this.plan = plan;
    this.booking = booking;
    this.page = page;
    this.texts = texts;
    this.clock = clock;
    this.asked = asked;
    this.here = here;
    this.me = me;
  }

  /**
   * A day of the week.
   *
   * @param date the day
   * @param name its name in words
   * @param today whether it is today
   * @param closed whether the office is closed on it
   */
  public record Day(LocalDate date, String name, boolean today, boolean closed) {}

  /**
   * A half-hour of all days.
   *
   * @param time when it begins
   * @param cells one for each day
   */
  public record Line(String time, List<Cell> cells) {}

  /**
   * A half-hour of a day.
   *
   * @param day the day
   * @param time when it begins
   * @param when day and time in words
   * @param open whether there are hours for appointments
   * @param booked how many appointments run in it
   * @param free how many can begin in it
   * @param form the address of the form that books it; the empty string if none is free
   */
  public record Cell(
      String day, String time, String when, boolean open, int booked, int free, String form) {}

  private WeekGrid grid() {
    if (grid == null) {
      AvailabilityView hours = plan.get(here.getOfficeId(), monday(), monday().plusDays(WEEK - 1L));
      grid =
          new WeekGrid(
              zone(),
              hours,
              IntStream.range(0, WEEK)
                  .mapToObj(i -> appointments.listOn(here.getOfficeId(), monday().plusDays(i)))
                  .flatMap(List::stream)
                  .filter(a -> AppointmentStatus.TAKING.contains(a.status()))
                  .toList(),
              freeSlots());
    }
    return grid;
  }

  private List<Slot> freeSlots() {
    if (page.getTopic().isEmpty()) {
      return List.of();
    }
    return booking.listSlots(
        me.get(),
        new SlotQuery(
            Optional.of(here.getOfficeId()),
            page.getTopic(),
            page.getLanguage(),
            Channel.STAFF,
            Optional.of(new BusinessDay(monday(), zone()).begin()),
            Optional.of(new BusinessDay(monday().plusDays(WEEK - 1L), zone()).end()),
            SlotQuery.MOST));
  }

  /** The days from Monday to Friday, and those of the weekend on which something takes place. */
  public List<Day> getDays() {
    return IntStream.range(0, WEEK)
        .mapToObj(i -> monday().plusDays(i))
        .filter(day -> day.getDayOfWeek().getValue() <= WORKDAYS || isUsed(day))
        .map(
            day ->
                new Day(
                    day,
                    DaysInWords.briefly(day.getDayOfWeek(), texts.getLanguage())
                        + " "
                        + Moments.say("dM", day, texts.getLanguage()),
                    day.equals(today()),
                    isClosed(day)))
        .toList();
  }

  private boolean isUsed(LocalDate day) {
    return grid().plan().blocks().stream()
            .anyMatch(b -> b.start().atZone(zone()).toLocalDate().equals(day))
        || grid().booked().stream()
            .anyMatch(a -> a.start().atZone(zone()).toLocalDate().equals(day));
  }

  private boolean isClosed(LocalDate day) {
    return grid().plan().closedDays().stream().anyMatch(closed -> closed.day().equals(day));
  }

  /** The half-hours. */
  public List<Line> getLines() {
    List<Day> days = getDays();
    return grid().times().stream()
        .map(
            time ->
                new Line(
                    time.toString(),
                    days.stream().map(day -> cell(day, grid().cell(day.date(), time))).toList()))
        .toList();
  }

  private Cell cell(Day day, WeekGrid.Cell cell) {
    return new Cell(
        day.date().toString(),
        Moments.time(cell.start(), zone()),
        texts.of("appointment.when", day.name(), Moments.time(cell.start(), zone())),
        cell.open(),
        cell.booked(),
        cell.free(),
        cell.slot().map(this::form).orElse(""));
  }

  private String form(Slot.Id slot) {
    return getAddress() + getWeek() + "&slot=" + slot + "#bookForm";
  }

  /** The address of this view, up to the week. */
  public String getAddress() {
    return "week?topic=" + page.getTopic() + "&language=" + page.getLanguage() + "&week=";
  }

  /** The week in words: its first and last working day. */
  public String getTitle() {
    return texts.of(
        "week.of",
        Moments.say("dM", monday(), texts.getLanguage()),
        Moments.say("yMMMd", monday().plusDays(WEEK - 1L), texts.getLanguage()));
  }

  /** A day of the week, as in the page's address. */
  public String getWeek() {
    return monday().toString();
  }

  public String getBefore() {
    return monday().minusDays(WEEK).toString();
  }

  public String getAfter() {
    return monday().plusDays(WEEK).toString();
  }

  private LocalDate monday() {
    return asked
        .day("week")
        .orElseGet(this::today)
        .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }

  private LocalDate today() {
    return clock.instant().atZone(zone()).toLocalDate();
  }

  private ZoneId zone() {
    return here.office().zone();
  }
}
