package de.lokalwillkommen.admin.availability;

import de.lokalwillkommen.core.availability.AvailabilityAction;
import de.lokalwillkommen.core.availability.AvailabilityPlan;
import de.lokalwillkommen.core.availability.AvailabilityView;
import de.lokalwillkommen.core.availability.AvailabilityView.Change;
import de.lokalwillkommen.core.timetable.Arrangement;
import de.lokalwillkommen.core.timetable.WeeklyHours;
import de.lokalwillkommen.web.text.Language;
import de.lokalwillkommen.web.text.PageTexts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.primefaces.model.ScheduleModel;

/**
 * An office's hours for appointments: a week as a calendar, and beside it the rules, the
 * exceptions, the history, or a form. The address contains the whole state of the page, so that
 * each view is a link and the back button works.
 */
@Named
@RequestScoped
public class AvailabilityPage {

  static final String RULES = "rules";
  static final String EXCEPTIONS = "exceptions";
  static final String TERMS = "terms";

  private static final int SHOWN_CHANGES = 50;
  private static final int DAYS_AHEAD = 366;
  private static final String HOURS = "hours";
  private static final List<String> FORMS = List.of(HOURS, "fewer", "closing");
  private static final List<String> LISTS = List.of(RULES, EXCEPTIONS, "history", TERMS);
  private static final List<String> DONE =
      List.of(
          "added",
          "addedAll",
          "saved",
          "removed",
          "excepted",
          "restored",
          "closed",
          "reopened",
          "arranged");

  private AvailabilityPlan plan;
  private BookedDays bookedDays;
  private AvailabilityInWords words;
  private AvailabilityRequest asked;
  private PageTexts texts;
  private ExternalContext browser;

  private AvailabilityView view;
  private ScheduleModel calendar;

  protected AvailabilityPage() {}

  @Inject
  AvailabilityPage(
      AvailabilityPlan plan,
      BookedDays bookedDays,
      AvailabilityInWords words,
      AvailabilityRequest asked,
      PageTexts texts,
      ExternalContext browser) {
    this.plan = plan;
    this.bookedDays = bookedDays;
    this.words = words;
    this.asked = asked;
    this.texts = texts;
    this.browser = browser;
  }

  /**
   * Shows the plan again, with a message about what was done.
   *
   * @param list what to show beside the calendar
   */
  void goOn(String list, String done) throws IOException {
    browser.redirect(
        asked.link(AvailabilityRequest.SHOW, list) + "&" + AvailabilityRequest.DONE + "=" + done);
  }

  private AvailabilityView view() {
    if (view == null) {
      CalendarWeek week = asked.week();
      view = plan.get(asked.office().id(), week.first(), week.last());
    }
    return view;
  }

  public ScheduleModel getCalendar() {
    if (calendar == null) {
      calendar = new WeekCalendar(view(), words, texts, asked::link);
    }
    return calendar;
  }

  /**
   * An office to choose.
   *
   * @param id the slug
   * @param name its name
   */
  public record OfficeChoice(String id, String name) {}

  public List<OfficeChoice> getOffices() {
    return asked.offices().stream().map(o -> new OfficeChoice(o.id(), o.name())).toList();
  }

  public String getOfficeId() {
    return asked.office().id();
  }

  public String getOfficeName() {
    return asked.office().name();
  }

  public String getZone() {
    return asked.office().zone().getId();
  }

  public LocalDate getMonday() {
    return asked.week().first();
  }

  public String getWeekLabel() {
    return words.week(asked.week(), reader());
  }

  public String getPrevious() {
    return asked.linkHere(asked.week().previous());
  }

  public String getNext() {
    return asked.linkHere(asked.week().next());
  }

  /** The time of rendering, by which the calendar marks the present; not the browser's clock. */
  public Instant getMadeAt() {
    return asked.now();
  }

  /** The address of the present week. */
  public String getNow() {
    return asked.linkHere(CalendarWeek.of(asked.today()));
  }

  public boolean isThisWeek() {
    return asked.week().includes(asked.today());
  }

  /** The number of counters of the office, the most desks that fit. */
  public int getCounters() {
    return asked.office().counters().size();
  }

  /** When the desks with short-notice slots open, in words. */
  public String getLateHint() {
    long hours = view().lateShare().toHours();
    return hours == 0
        ? texts.of("availability.hours.late.sameDay")
        : texts.of("availability.hours.late.hint", hours);
  }

  /** The earliest hour that the week needs, 0 to 7. */
  public int getFirstHour() {
    return view().blocks().stream()
        .mapToInt(b -> b.start().atZone(view().zone()).getHour())
        .reduce(7, Math::min);
  }

  /** What is shown beside the calendar: a list, or a form. */
  public String getBeside() {
    if (asked.rule().isPresent()) {
      return HOURS;
    }
    if (asked.exception().isPresent()) {
      return "exception";
    }
    if (asked.closure().isPresent()) {
      return "closure";
    }
    return asked
        .word(AvailabilityRequest.SHOW)
        .filter(s -> LISTS.contains(s) || FORMS.contains(s))
        .orElse(RULES);
  }

  /**
   * The address of the same view for another office; without a rule, exception or closure, which
   * belong to one office.
   */
  public String getBesideAnyOffice() {
    if (asked.rule().isPresent()) {
      return RULES;
    }
    boolean own = asked.exception().isPresent() || asked.closure().isPresent();
    return own ? EXCEPTIONS : getBeside();
  }

  public List<String> getLists() {
    return LISTS;
  }

  /** The address of this page with something else beside the calendar. */
  public String show(String beside) {
    return asked.link(AvailabilityRequest.SHOW, beside);
  }

  /** The key of the message about the last change, or null. */
  public String getDone() {
    return asked
        .word(AvailabilityRequest.DONE)
        .filter(DONE::contains)
        .map(d -> "availability.done." + d)
        .orElse(null);
  }

  /**
   * A rule, exception or closure in a list.
   *
   * @param link the address that shows it alone
   * @param title when
   * @param text everything else
   * @param booked the days of a closure on which appointments are still booked
   */
  public record ListRow(String link, String title, String text, List<BookedDays.Day> booked) {

    ListRow(String link, String title, String text) {
      this(link, title, text, List.of());
    }
  }

  public List<ListRow> getRules() {
    return view().rules().stream()
        .sorted(
            Comparator.<AvailabilityView.Rule, Integer>comparing(
                    r -> r.hours().weekday().getValue())
                .thenComparing(r -> r.hours().fromMinute()))
        .map(r -> line(r.id(), r.hours()))
        .toList();
  }

  private ListRow line(long rule, WeeklyHours hours) {
    return new ListRow(
        asked.link(AvailabilityRequest.RULE, rule),
        words.times(hours, reader()),
        words.details(hours, reader()));
  }

  /** Those of the week shown, and all that are still to come. */
  public List<ListRow> getExceptions() {
    LocalDate last = asked.today().plusDays(DAYS_AHEAD);
    return plan.listExceptions(asked.office().id(), firstShown(), last).stream()
        .map(this::line)
        .toList();
  }

  private ListRow line(AvailabilityView.ListedException exception) {
    return new ListRow(
        asked.link(AvailabilityRequest.EXCEPTION, exception.id()),
        words.times(exception.fewer(), reader()),
        words.details(exception.fewer(), reader()));
  }

  private LocalDate firstShown() {
    LocalDate today = asked.today();
    LocalDate monday = asked.week().first();
    return monday.isBefore(today) ? monday : today;
  }

  /** Those of the week shown, and all that are still to come. */
  public List<ListRow> getClosures() {
    return plan.listClosures(asked.office().id(), firstShown()).stream().map(this::line).toList();
  }

  private ListRow line(AvailabilityView.ListedClosure closure) {
    return new ListRow(
        asked.link(AvailabilityRequest.CLOSURE, closure.id()),
        words.days(closure.days(), reader()),
        words.details(closure.days(), reader()),
        bookedDays.of(plan.countBookedOn(asked.office().id(), closure.days())));
  }

  /** The requested closure, or null if it no longer exists. */
  public ListRow getClosure() {
    return asked
        .closure()
        .flatMap(
            id ->
                getClosures().stream()
                    .filter(line -> line.link().equals(asked.link(AvailabilityRequest.CLOSURE, id)))
                    .findFirst())
        .orElse(null);
  }

  public Long getClosureId() {
    return asked.closure().orElse(null);
  }

  /** The requested exception, or null if it no longer exists. */
  public ListRow getException() {
    return asked
        .exception()
        .flatMap(
            id ->
                getExceptions().stream()
                    .filter(
                        line -> line.link().equals(asked.link(AvailabilityRequest.EXCEPTION, id)))
                    .findFirst())
        .orElse(null);
  }

  public Long getExceptionId() {
    return asked.exception().orElse(null);
  }

  /**
   * One entry of the history.
   *
   * @param at when
   * @param by the person who made the change
   * @param action the key of what was done, below {@code availability.change.}
   * @param before the previous state; the empty string if there was none
   * @param after the new state
   */
  public record Entry(
      String at, String by, AvailabilityAction action, String before, String after) {}

  public List<Entry> getHistory() {
    return plan.listChanges(asked.office().id(), SHOWN_CHANGES).stream().map(this::entry).toList();
  }

  private Entry entry(Change change) {
    return new Entry(
        words.moment(change.at(), asked.office().zone(), reader()),
        change.by(),
        change.action(),
        inWords(change.before()),
        inWords(change.after()));
  }

  private String inWords(Optional<Arrangement> arrangement) {
    return arrangement.map(a -> words.all(a, reader())).orElse("");
  }

  private Language reader() {
    return texts.getLanguage();
  }
}
