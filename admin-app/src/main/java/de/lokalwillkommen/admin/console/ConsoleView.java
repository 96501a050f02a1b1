package de.lokalwillkommen.admin.console;

import de.lokalwillkommen.admin.live.LineVersion;
import de.lokalwillkommen.admin.page.CommandParameters;
import de.lokalwillkommen.admin.page.CurrentWorkplace;
import de.lokalwillkommen.admin.page.LineInWords;
import de.lokalwillkommen.admin.page.SpokenLanguages;
import de.lokalwillkommen.admin.page.TopicChoice;
import de.lokalwillkommen.admin.security.CurrentUser;
import de.lokalwillkommen.core.booking.AppointmentLists;
import de.lokalwillkommen.core.booking.AppointmentView;
import de.lokalwillkommen.core.booking.BookingCode;
import de.lokalwillkommen.core.calling.CounterMatters;
import de.lokalwillkommen.core.calling.LineView;
import de.lokalwillkommen.core.calling.Lines;
import de.lokalwillkommen.core.offices.OfficeProfile;
import de.lokalwillkommen.core.offices.OfficeProfile.TopicProfile;
import de.lokalwillkommen.core.staff.Desks;
import de.lokalwillkommen.core.staff.OwnShift;
import de.lokalwillkommen.core.staff.Presence;
import de.lokalwillkommen.core.staff.SigningIn;
import de.lokalwillkommen.core.ticketing.TicketStatus;
import de.lokalwillkommen.core.ticketing.TicketView;
import de.lokalwillkommen.web.text.Language;
import de.lokalwillkommen.web.text.Moments;
import de.lokalwillkommen.web.text.PageTexts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The content of the console at one moment: the counter's tickets, the line with the reason for
 * every place, the visitors expected soon, parked and missed visitors, and the other counters.
 */
@Named
@RequestScoped
public class ConsoleView {

  /** The content while Faces looks for the command; the line is read only after the command. */
  private static final LineView NOT_READ =
      new LineView("", Instant.EPOCH, 0, List.of(), List.of(), List.of(), List.of(), List.of());

  private static final OwnShift.Running NO_SHIFT =
      new OwnShift.Running(Presence.AVAILABLE, Set.of(), Set.of());

  private Lines lines;
  private CounterMatters matters;
  private AppointmentLists appointments;
  private LineVersion versions;
  private CurrentWorkplace here;
  private OwnShift ownShift;
  private Desks desks;
  private SigningIn signingIn;
  private SpokenLanguages languages;
  private LineInWords words;
  private PageTexts texts;
  private CommandParameters asked;
  private CurrentUser me;
  private Clock clock;

  private long version;
  private LineView line = NOT_READ;
  private OwnShift.Running shift = NO_SHIFT;
  private Item current;
  private List<Item> others = List.of();
  private String note;
  private Step colleagueStep;
  private List<WaitingRow> rows = List.of();
  private List<Due> due = List.of();

  protected ConsoleView() {}

  @Inject
  ConsoleView(
      Lines lines,
      CounterMatters matters,
      AppointmentLists appointments,
      LineVersion versions,
      CurrentWorkplace here,
      OwnShift ownShift,
      Desks desks,
      SigningIn signingIn,
      SpokenLanguages languages,
      LineInWords words,
      PageTexts texts,
      CommandParameters asked,
      CurrentUser me,
      Clock clock) {
    this.lines = lines;
    this.matters = matters;
    this.appointments = appointments;
    this.versions = versions;
    this.here = here;
    this.ownShift = ownShift;
    this.desks = desks;
    this.signingIn = signingIn;
    this.languages = languages;
    this.words = words;
    this.texts = texts;
    this.asked = asked;
    this.me = me;
    this.clock = clock;
  }

  /** Reads the current state, after the command of this request. */
  public void load() {
    version = versions.of(here.getOfficeId());
    line = lines.get(here.getOfficeId());
    shift = ownShift.find(me.get().counsellor()).orElse(NO_SHIFT);
    List<Item> mine = items(atThisCounter(line));
    current =
        mine.stream()
            .filter(this::isTurnedTo)
            .findFirst()
            .or(() -> mine.stream().findFirst())
            .orElse(null);
    others = mine.stream().filter(t -> t != current).toList();
    note =
        Optional.ofNullable(current)
            .flatMap(ticket -> matters.findNote(me.get(), ticket.id()))
            .orElse(null);
    colleagueStep =
        matters
            .findStepOfColleague(me.get())
            .map(step -> Step.of(step, clock.instant()))
            .filter(step -> step.undoMillis() > 0)
            .orElse(null);
    rows = line.rows().stream().map(this::row).toList();
    due = appointments.listDue(here.getOfficeId()).stream().map(this::due).toList();
  }

  OfficeProfile office() {
    return here.office();
  }

  /** The counsellor's presence at this counter. */
  OwnShift.Running shift() {
    return shift;
  }

  /** The tickets at this counter before the command of this request. */
  List<TicketView> cards() {
    return atThisCounter(lines.get(office().id()));
  }

  public Presence getPresence() {
    return shift.presence();
  }

  /** The others at the same counter with their organisations; the empty string if none. */
  public String getPartners() {
    return desks.readPartnersOf(me.get()).stream()
        .map(
            partner ->
                partner
                    .organisation()
                    .map(organisation -> texts.of("console.partner", partner.name(), organisation))
                    .orElse(partner.name()))
        .collect(Collectors.joining(", "));
  }

  /** The note for this counter about the ticket in front; null if there is none. */
  public String getNote() {
    return note;
  }

  /** What a colleague at this counter has just done and can still be undone; null if nothing. */
  public Step getColleagueStep() {
    return colleagueStep;
  }

  /**
   * A step of a colleague at the same counter.
   *
   * @param ticket identifier of the ticket
   * @param number as on the paper
   * @param past what was done, in one word
   * @param name the name of the colleague
   * @param step the number of the change
   * @param undoMillis how long it can still be undone
   */
  public record Step(
      long ticket, String number, String past, String name, int step, long undoMillis) {

    static Step of(CounterMatters.ColleagueStep done, Instant now) {
      TicketView ticket = done.ticket();
      Instant until = ticket.undoableUntil().orElse(now);
      return new Step(
          ticket.id(),
          ticket.number(),
          done.past(),
          done.name(),
          ticket.step(),
          Duration.between(now, until).toMillis());
    }
  }

  /** Whether the console has been unused long enough to ask the counsellor to confirm presence. */
  public boolean isUnusedForLong() {
    return signingIn.isUnusedForLong(me.token());
  }

  public Presence[] getPresences() {
    return Presence.values();
  }

  public Instant getNow() {
    return line.now();
  }

  /** The time on the office's clock. */
  public String getClock() {
    return time(line.now());
  }

  public long getVersion() {
    return version;
  }

  public int getWaiting() {
    return line.waiting();
  }

  /** The longest wait in the line, in words; null if the line is empty. */
  public String getLongest() {
    return line.rows().stream()
        .map(LineView.Row::waited)
        .max(Duration::compareTo)
        .map(longest -> words.duration(longest, texts.getLanguage()))
        .orElse(null);
  }

  /** The ticket that the commands are about; null if the counter has none. */
  public Item getCurrent() {
    return current;
  }

  /** Other tickets at this counter. */
  public List<Item> getOthers() {
    return others;
  }

  public List<WaitingRow> getRows() {
    return rows;
  }

  /** Visitors with an appointment soon or past its time, who have not come yet. */
  public List<Due> getDue() {
    return due;
  }

  public List<Item> getParked() {
    return items(line.parked());
  }

  public List<Item> getMissed() {
    return items(line.missed());
  }

  /** The visitors who were transferred, here or to another office, and can be taken back. */
  public List<Away> getHandedOn() {
    return line.handedOn().stream()
        .map(
            away ->
                new Away(
                    away.ticket().id(),
                    away.ticket().number(),
                    away.ticket().step(),
                    away.office()
                        .or(away::counter)
                        .orElseGet(() -> texts.of("topic." + away.ticket().topic()))))
        .toList();
  }

  /**
   * A visitor who was transferred.
   *
   * @param id identifier of the ticket
   * @param number as on the paper
   * @param step the number of the change that was the transfer
   * @param where the office, counter or topic to which the visitor was transferred
   */
  public record Away(long id, String number, int step, String where) {}

  /** The counters of this office and their counsellors. */
  public List<Item> getAtCounters() {
    return items(line.atCounters());
  }

  public List<TopicChoice> getTopics() {
    return office().topics().stream().map(TopicChoice::of).toList();
  }

  public List<TopicChoice> getTopicsForWalkIns() {
    return office().topics().stream().filter(TopicProfile::walkIn).map(TopicChoice::of).toList();
  }

  public List<Language> getSpokenLanguages() {
    return languages.list();
  }

  /**
   * One place in line.
   *
   * @param ticket the ticket at that place
   * @param waited how long, in words
   * @param light the key of the rating of the wait, below {@code light.}
   * @param why the reason for the place, in words
   */
  public record WaitingRow(Item ticket, String waited, LineView.Light light, String why) {}

  /**
   * An appointment whose visitor has not come yet.
   *
   * @param code the booking code
   * @param at its time on the office's clock
   * @param topic the key of its label, below {@code topic.}
   * @param pictogram the icon of the topic
   * @param language the visitor's language
   * @param lateBy how many minutes its time is past; 0 before
   */
  public record Due(
      BookingCode code, String at, String topic, String pictogram, Language language, long lateBy) {

    public boolean isLate() {
      return lateBy > 0;
    }
  }

  /**
   * A ticket as it is shown.
   *
   * @param id identifier for commands
   * @param number as on the paper
   * @param topic the key of its label, below {@code topic.}
   * @param pictogram the icon of the topic
   * @param language what the visitor speaks
   * @param persons how many people come with it
   * @param status the key of its label, below {@code status.}
   * @param since when the status began
   * @param at the same on the office's clock
   * @param backAt when it returns to the line, on the office's clock; the empty string if it is not
   *     parked
   * @param counter the name of the counter; the empty string if it is at none
   * @param recalls the number of recalls
   * @param recallable whether it can be called once more
   * @param step the number of the last change
   * @param coming since when the visitor has been on the way, on the office's clock; the empty
   *     string before
   * @param ahead the number of tickets ahead of it
   */
  public record Item(
      long id,
      String number,
      String topic,
      String pictogram,
      Language language,
      int persons,
      TicketStatus status,
      Instant since,
      String at,
      String backAt,
      String counter,
      int recalls,
      boolean recallable,
      int step,
      String coming,
      int ahead) {

    public boolean isCalled() {
      return status == TicketStatus.CALLED;
    }

    public boolean isServing() {
      return status == TicketStatus.SERVING;
    }
  }

  private boolean isTurnedTo(Item item) {
    return asked.current().filter(id -> id == item.id()).isPresent();
  }

  private WaitingRow row(LineView.Row place) {
    Language reader = texts.getLanguage();
    return new WaitingRow(
        item(place.ticket()),
        words.duration(place.waited(), reader),
        place.light(),
        words.why(place.whys(), office().zone(), reader));
  }

  private Due due(AppointmentView appointment) {
    return new Due(
        appointment.code(),
        time(appointment.start()),
        appointment.topic(),
        pictogram(appointment.topic()),
        languages.get(appointment.language()),
        Math.max(0, Duration.between(appointment.start(), line.now()).toMinutes()));
  }

  private List<TicketView> atThisCounter(LineView some) {
    Optional<Long> counter = me.get().counter();
    return some.atCounters().stream()
        .filter(t -> t.counter().map(TicketView.At::id).equals(counter))
        .toList();
  }

  private List<Item> items(List<TicketView> tickets) {
    return tickets.stream().map(this::item).toList();
  }

  private Item item(TicketView t) {
    return new Item(
        t.id(),
        t.number(),
        t.topic(),
        pictogram(t.topic()),
        languages.get(t.language()),
        t.persons(),
        t.status(),
        t.since(),
        time(t.since()),
        t.backAt().map(this::time).orElse(""),
        t.counter().map(TicketView.At::name).orElse(""),
        t.recalls(),
        t.recallable(),
        t.step(),
        t.comingSince().map(this::time).orElse(""),
        t.ahead());
  }

  private String pictogram(String topic) {
    return office().findTopic(topic).map(TopicProfile::pictogram).orElse("more_horiz");
  }

  private String time(Instant instant) {
    return Moments.time(instant, office().zone());
  }
}
