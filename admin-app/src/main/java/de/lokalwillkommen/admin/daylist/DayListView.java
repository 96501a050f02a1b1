package de.lokalwillkommen.admin.daylist;

import de.lokalwillkommen.admin.console.ConsoleView;
import de.lokalwillkommen.admin.live.LineVersion;
import de.lokalwillkommen.admin.page.CommandParameters;
import de.lokalwillkommen.admin.page.CurrentWorkplace;
import de.lokalwillkommen.admin.page.SpokenLanguages;
import de.lokalwillkommen.core.booking.AppointmentLists;
import de.lokalwillkommen.core.booking.AppointmentStatus;
import de.lokalwillkommen.core.booking.AppointmentView;
import de.lokalwillkommen.core.booking.BookingCode;
import de.lokalwillkommen.core.calling.Lines;
import de.lokalwillkommen.core.offices.OfficeProfile.TopicProfile;
import de.lokalwillkommen.web.text.Language;
import de.lokalwillkommen.web.text.Moments;
import de.lokalwillkommen.web.text.PageTexts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The content of the day list: the appointments of one day in the person's own office, all or those
 * that match the search.
 */
@Named
@RequestScoped
public class DayListView {

  private AppointmentLists appointments;
  private Lines lines;
  private SpokenLanguages languages;
  private LineVersion versions;
  private PageTexts texts;
  private Clock clock;
  private CommandParameters asked;
  private CurrentWorkplace here;

  private LocalDate day;
  private long version;
  private List<Row> rows = List.of();
  private Optional<BookingCode> marked = Optional.empty();

  protected DayListView() {}

  @Inject
  DayListView(
      AppointmentLists appointments,
      Lines lines,
      SpokenLanguages languages,
      LineVersion versions,
      PageTexts texts,
      Clock clock,
      CommandParameters asked,
      CurrentWorkplace here) {
    this.appointments = appointments;
    this.lines = lines;
    this.languages = languages;
    this.versions = versions;
    this.texts = texts;
    this.clock = clock;
    this.asked = asked;
    this.here = here;
  }

  /**
   * One appointment.
   *
   * @param code the booking code
   * @param day its day
   * @param at when it begins, on the office's clock
   * @param until when it ends
   * @param topic the key of its label, below {@code topic.}
   * @param pictogram the icon of the topic
   * @param language what the visitor speaks
   * @param status its state
   * @param number of its ticket; the empty string before check-in
   * @param today whether its day is today
   * @param marked whether it has just been booked or moved
   */
  public record Row(
      BookingCode code,
      LocalDate day,
      String at,
      String until,
      String topic,
      String pictogram,
      Language language,
      AppointmentStatus status,
      String number,
      boolean today,
      boolean marked) {

    /**
     * The key of the state's label. A visitor who has checked in is not shown as missed, even if
     * the visitor left again or was not called before closing.
     */
    public String state() {
      return status == AppointmentStatus.NO_SHOW && !number.isEmpty()
          ? "appointment.unserved"
          : "appointment." + status;
    }

    /** Whether its visitor is still expected. */
    public boolean isOpen() {
      return status == AppointmentStatus.BOOKED;
    }

    /** Whether it can be checked in on this day, which includes a missed one. */
    public boolean isAwaited() {
      return today && (isOpen() || status == AppointmentStatus.NO_SHOW && number.isEmpty());
    }
  }

  /**
   * Reads the current state of the day, after the command of this request. A search for a booking
   * code finds its appointment on any day.
   */
  public void load() {
    marked = marked.or(() -> asked.word("mark").flatMap(BookingCode::find)).or(this::searchedCode);
    version = versions.of(here.getOfficeId());
    rows = search();
    if (rows.isEmpty()) {
      searchedCode()
          .flatMap(code -> appointments.find(here.getOfficeId(), code))
          .ifPresent(this::goTo);
    }
  }

  private void goTo(AppointmentView appointment) {
    mark(appointment);
    rows = search();
  }

  private List<Row> search() {
    return appointments.listOn(here.getOfficeId(), day()).stream()
        .map(this::row)
        .filter(row -> matches(row, getSearch()))
        .toList();
  }

  /** Shows the day of an appointment and marks the appointment. */
  void mark(AppointmentView appointment) {
    marked = Optional.of(appointment.code());
    day = dayOf(appointment.start());
  }

  LocalDate day() {
    if (day == null) {
      day = asked.day("day").orElseGet(this::today);
    }
    return day;
  }

  /** The day in ISO 8601, as in the page's address. */
  public String getDay() {
    return day().toString();
  }

  public String getDayBefore() {
    return day().minusDays(1).toString();
  }

  public String getDayAfter() {
    return day().plusDays(1).toString();
  }

  public boolean isToday() {
    return day().equals(today());
  }

  /** The day in words. */
  public String getTitle() {
    return Moments.dayAndYear(day(), texts.getLanguage());
  }

  /** The search text; the empty string for none. */
  public String getSearch() {
    return asked.word("q").map(String::strip).orElse("");
  }

  private Optional<BookingCode> searchedCode() {
    return BookingCode.find(getSearch());
  }

  /**
   * The key of the message for an empty list, below {@code empty.}; the empty string if the list
   * has entries.
   */
  public String getNothing() {
    if (!rows.isEmpty()) {
      return "";
    }
    if (getSearch().isEmpty()) {
      return "day";
    }
    return searchedCode().isPresent() && !isWord(getSearch()) ? "code" : "search";
  }

  /**
   * Whether the search text has letters only: many ordinary words could be a booking code as well.
   */
  private static boolean isWord(String search) {
    return search.chars().allMatch(Character::isLetter);
  }

  public List<Row> getRows() {
    return rows;
  }

  /** The number of appointments shown that take place or took place. */
  public long getCount() {
    return rows.stream().filter(r -> r.status() != AppointmentStatus.CANCELLED).count();
  }

  /** The number of appointments of the day that are still open, regardless of the search. */
  public long getOpen() {
    return appointments.listOn(here.getOfficeId(), day()).stream()
        .filter(a -> a.status() == AppointmentStatus.BOOKED)
        .count();
  }

  public long getVersion() {
    return version;
  }

  /** The topics for which this office makes appointments. */
  public List<ConsoleView.TopicChoice> getTopics() {
    return here.office().topics().stream()
        .filter(TopicProfile::bookable)
        .map(t -> new ConsoleView.TopicChoice(t.id(), t.pictogram()))
        .toList();
  }

  public List<Language> getSpokenLanguages() {
    return languages.list();
  }

  private LocalDate today() {
    return dayOf(clock.instant());
  }

  private LocalDate dayOf(Instant instant) {
    return instant.atZone(zone()).toLocalDate();
  }

  private ZoneId zone() {
    return here.office().zone();
  }

  private Row row(AppointmentView a) {
    return new Row(
        a.code(),
        dayOf(a.start()),
        Moments.time(a.start(), a.zone()),
        Moments.time(a.end(), a.zone()),
        a.topic(),
        here.office().findTopic(a.topic()).map(TopicProfile::pictogram).orElse("more_horiz"),
        languages.get(a.language()),
        a.status(),
        a.ticket().flatMap(lines::findNumber).orElse(""),
        isToday(),
        marked.filter(a.code()::equals).isPresent());
  }

  private boolean matches(Row row, String search) {
    Locale locale = Locale.forLanguageTag(texts.getLanguage().tag());
    String wanted = search.toLowerCase(locale);
    return searchedCode().filter(row.code()::equals).isPresent()
        || Stream.of(
                row.code().value(),
                row.code().inGroups(),
                row.at(),
                row.number(),
                row.language().ownName(),
                languages.nameOf(row.language(), texts.getLanguage()),
                texts.of(row.state()),
                texts.of("topic." + row.topic()))
            .anyMatch(word -> word.toLowerCase(locale).contains(wanted));
  }
}
