package de.lokalwillkommen.admin.today;

import de.lokalwillkommen.admin.live.LineVersion;
import de.lokalwillkommen.admin.page.LineInWords;
import de.lokalwillkommen.admin.security.CurrentUser;
import de.lokalwillkommen.core.booking.AppointmentView;
import de.lokalwillkommen.core.devices.DeviceView;
import de.lokalwillkommen.core.offices.OfficeProfile;
import de.lokalwillkommen.core.offices.OfficeProfile.CounterProfile;
import de.lokalwillkommen.core.overseeing.OfficeToday;
import de.lokalwillkommen.core.overseeing.OfficesToday;
import de.lokalwillkommen.core.staff.Desks.Seat;
import de.lokalwillkommen.core.ticketing.TicketView;
import de.lokalwillkommen.web.text.Announced;
import de.lokalwillkommen.web.text.Moments;
import de.lokalwillkommen.web.text.PageTexts;
import de.lokalwillkommen.web.text.Ranges;
import de.lokalwillkommen.web.text.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** An office at a glance, in words. */
@Named
@RequestScoped
public class TodayView {

  /** More appointments are in the day list. */
  private static final int DUE_SHOWN = 5;

  /** More counters are on the page of the visit. */
  private static final int FREE_SHOWN = 3;

  private OfficesToday offices;
  private TodayRequest asked;
  private LineVersion versions;
  private LineInWords words;
  private CurrentUser me;
  private PageTexts texts;
  private Texts all;

  private OfficeToday today;
  private long version;

  protected TodayView() {}

  @Inject
  TodayView(
      OfficesToday offices,
      TodayRequest asked,
      LineVersion versions,
      LineInWords words,
      CurrentUser me,
      PageTexts texts,
      Texts all) {
    this.offices = offices;
    this.asked = asked;
    this.versions = versions;
    this.words = words;
    this.me = me;
    this.texts = texts;
    this.all = all;
  }

  /** Reads the present state, after the command of this request. */
  private OfficeToday today() {
    if (today == null) {
      version = versions.of(office().id());
      today = offices.get(me.get(), office().id());
    }
    return today;
  }

  private OfficeProfile office() {
    return asked.office();
  }

  public List<OfficeProfile> getOffices() {
    return asked.offices();
  }

  public String getOfficeId() {
    return office().id();
  }

  public String getOfficeName() {
    return office().name();
  }

  /** Of the line and the appointments; the page reads again when a later one is told. */
  public long getVersion() {
    today();
    return version;
  }

  public String getDay() {
    return Moments.day(today().orders().day(), texts.getLanguage());
  }

  public String getTime() {
    return time(today().now());
  }

  /** The business day of the orders in ISO 8601. */
  public String getSeenDay() {
    return today().orders().day().toString();
  }

  public int getSeen() {
    return today().orders().version();
  }

  public boolean isOpen() {
    return today().hours().open();
  }

  /** When it closes today; the empty string if it does not open. */
  public String getClosesAt() {
    return today().hours().closesAt().map(this::time).orElse("");
  }

  /** When it would close as usual; the empty string if it does not open. */
  public String getUsually() {
    return today().hours().usually().map(this::time).orElse("");
  }

  /** Whether another closing time is ordered. */
  public boolean isClosingOrdered() {
    return today().orders().closesMinute().isPresent();
  }

  /** Why no more numbers are given; the empty string if they are. */
  public String getStop() {
    return today().orders().stop().map(Enum::name).orElse("");
  }

  /** What is told to visitors now, as the person reads it; null if nothing. */
  public Announced getAnnounced() {
    return today()
        .orders()
        .announcement()
        .map(told -> Announced.of(told, all, texts.getLanguage()))
        .orElse(null);
  }

  /**
   * A counter.
   *
   * @param name the name on its door
   * @param people who is there
   * @param visits who is called or served there
   */
  public record Counter(String name, List<Seat> people, List<Visit> visits) {}

  /**
   * A visit at a counter.
   *
   * @param id the identifier of the ticket
   * @param number as on the paper
   * @param status called or served
   * @param topic the identifier of the topic
   * @param since since when, on the office's clock
   * @param lasting for how long
   * @param mine whether it is at the counter of the person
   * @param step the number of its changes so far
   * @param free the counters to which it can be handed on by one click
   */
  public record Visit(
      long id,
      String number,
      String status,
      String topic,
      String since,
      String lasting,
      boolean mine,
      int step,
      List<CounterProfile> free) {}

  public List<Counter> getCounters() {
    return today().counters().stream()
        .map(
            place ->
                new Counter(
                    place.counter().name(),
                    place.people(),
                    place.visits().stream().map(this::visit).toList()))
        .toList();
  }

  private Visit visit(OfficeToday.Visit visit) {
    TicketView ticket = visit.ticket();
    return new Visit(
        ticket.id(),
        ticket.number(),
        ticket.status().name(),
        ticket.topic(),
        time(ticket.since()),
        duration(Duration.between(ticket.since(), today().now())),
        isServing() && ticket.counter().map(TicketView.At::id).equals(me.get().counter()),
        ticket.step(),
        visit.fits().stream().limit(FREE_SHOWN).toList());
  }

  /** Whether the person serves visitors in this office, and may change visits. */
  public boolean isServing() {
    return me.get().worksIn(office().id());
  }

  /** Whether the person is at a counter of this office, to which visits can be taken. */
  public boolean isAtCounter() {
    return isServing() && me.get().counter().isPresent();
  }

  public OfficeToday.Line getLine() {
    return today().line();
  }

  /** The longest wait in the line; the empty string if no visitor waits. */
  public String getLongest() {
    return today().line().longest().map(this::duration).orElse("");
  }

  /** How long a visitor who came now would wait; the empty string if that is not published. */
  public String getEstimate() {
    return today()
        .line()
        .estimate()
        .map(estimate -> Ranges.inWords(all, texts.getLanguage(), estimate))
        .orElse("");
  }

  /**
   * An appointment.
   *
   * @param at when it begins
   * @param topic the identifier of the topic
   * @param code its code
   */
  public record Due(String at, String topic, String code) {}

  /** The appointments that are due, at most some. */
  public List<Due> getDue() {
    return today().booked().due().stream().limit(DUE_SHOWN).map(this::due).toList();
  }

  /** The appointments that an earlier closing would leave after it. */
  public List<Due> due(List<AppointmentView> booked) {
    return booked.stream().map(this::due).toList();
  }

  private Due due(AppointmentView booked) {
    return new Due(time(booked.start()), booked.topic(), booked.code().inGroups());
  }

  public int getDueCount() {
    return today().booked().due().size();
  }

  public int getBookedCount() {
    return today().booked().rest();
  }

  /** When the next appointment begins; the empty string if there is none today. */
  public String getNextAt() {
    return today().booked().next().map(next -> time(next.start())).orElse("");
  }

  /**
   * A device that does not come.
   *
   * @param name its name
   * @param role the key of what it is
   * @param seenAt when it last came; the empty string if never
   */
  public record Silent(String name, String role, String seenAt) {}

  /** Whether any device is paired with the office. */
  public boolean isEquipped() {
    return !today().devices().isEmpty();
  }

  public List<Silent> getSilent() {
    return today().silentDevices().stream().map(this::silent).toList();
  }

  /**
   * A device that staff should look after.
   *
   * @param role the name of its role
   * @param problems the names of its problems
   */
  public record Troubled(String name, String role, List<String> problems) {}

  public List<Troubled> getTroubled() {
    OfficeToday now = today();
    return now.troubledDevices().stream()
        .map(
            device ->
                new Troubled(
                    device.data().name(),
                    device.role().name(),
                    device.problemsAt(now.now()).stream().map(Enum::name).toList()))
        .toList();
  }

  private Silent silent(DeviceView device) {
    return new Silent(
        device.data().name(),
        device.role().name(),
        device
            .seenAt()
            .map(at -> Moments.say("yMMMdHm", at, office().zone(), texts.getLanguage()))
            .orElse(""));
  }

  public OfficeToday.Figures getFigures() {
    return today().figures();
  }

  public String getMedian() {
    return today().figures().median().map(this::duration).orElse("");
  }

  public String getLongestWait() {
    return today().figures().longest().map(this::duration).orElse("");
  }

  /** A time on the office's clock. */
  public String time(Instant at) {
    return Moments.time(at, office().zone());
  }

  private String duration(Duration duration) {
    return words.duration(duration, texts.getLanguage());
  }

  /** The day list shows only the person's own office. */
  public boolean isDayListOpen() {
    return me.get().office().filter(getOfficeId()::equals).isPresent();
  }

  Optional<TicketView> findVisit(long ticket) {
    return today().counters().stream()
        .flatMap(place -> place.visits().stream())
        .map(OfficeToday.Visit::ticket)
        .filter(t -> t.id() == ticket)
        .findFirst();
  }

  /** The other counters, to which a visit can be handed on. */
  List<OfficeToday.Place> otherPlaces(TicketView visit) {
    return today().counters().stream()
        .filter(place -> visit.counter().filter(c -> c.id() == place.counter().id()).isEmpty())
        .toList();
  }
}
