package de.lokalwillkommen.admin.daylist;

import de.lokalwillkommen.admin.page.CurrentWorkplace;
import de.lokalwillkommen.admin.page.SpokenLanguages;
import de.lokalwillkommen.admin.security.CurrentUser;
import de.lokalwillkommen.core.booking.BookingCode;
import de.lokalwillkommen.core.offices.OfficeDirectory;
import de.lokalwillkommen.core.offices.OfficeProfile;
import de.lokalwillkommen.core.waitlist.PartOfDay;
import de.lokalwillkommen.core.waitlist.WaitingView;
import de.lokalwillkommen.core.waitlist.WaitlistByStaff;
import de.lokalwillkommen.web.text.Language;
import de.lokalwillkommen.web.text.Moments;
import de.lokalwillkommen.web.text.PageTexts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;

/** The people on the waitlist of the office. */
@Named
@RequestScoped
public class WaitlistRows {

  private WaitlistByStaff waitlist;
  private OfficeDirectory offices;
  private SpokenLanguages languages;
  private PageTexts texts;
  private Clock clock;
  private CurrentWorkplace here;
  private CurrentUser me;

  private List<Row> rows;

  protected WaitlistRows() {}

  @Inject
  WaitlistRows(
      WaitlistByStaff waitlist,
      OfficeDirectory offices,
      SpokenLanguages languages,
      PageTexts texts,
      Clock clock,
      CurrentWorkplace here,
      CurrentUser me) {
    this.waitlist = waitlist;
    this.offices = offices;
    this.languages = languages;
    this.texts = texts;
    this.clock = clock;
    this.here = here;
    this.me = me;
  }

  /**
   * A person.
   *
   * @param code the visitor's code
   * @param topic the key of its label, below {@code topic.}
   * @param language what the visitor speaks
   * @param days the wanted days in words
   * @param part the key of the wanted part of the day
   * @param elsewhere the other offices to which they would go; the empty string if none
   * @param since the day of joining, in words
   * @param mailed whether offers are sent by mail
   * @param earlier whether they have an appointment and wait for an earlier one
   * @param offer the offered time in words; the empty string without an open offer
   * @param left the minutes until the offer expires
   * @param own whether the offer is one of this office
   */
  public record Row(
      BookingCode code,
      String topic,
      Language language,
      String days,
      PartOfDay part,
      String elsewhere,
      String since,
      boolean mailed,
      boolean earlier,
      String offer,
      long left,
      boolean own) {}

  /** The rows, in the order of joining. */
  public List<Row> getList() {
    if (rows == null) {
      rows = waitlist.list(me.get()).stream().map(this::row).toList();
    }
    return rows;
  }

  /** The number of open offers. */
  public long getOffers() {
    return getList().stream().filter(row -> !row.offer().isEmpty()).count();
  }

  private Row row(WaitingView waiting) {
    return new Row(
        waiting.code(),
        waiting.topic(),
        languages.get(waiting.language()),
        texts.of("waiting.days", day(waiting.firstDay()), day(waiting.lastDay())),
        waiting.partOfDay(),
        elsewhere(waiting),
        Moments.briefDay(waiting.since(), zone(), texts.getLanguage()),
        waiting.hasContact(),
        waiting.hasAppointment(),
        waiting.offer().map(this::inWords).orElse(""),
        waiting
            .offer()
            .map(o -> Math.max(1, Duration.between(clock.instant(), o.until()).toMinutes()))
            .orElse(0L),
        waiting.offer().filter(o -> o.office().equals(here.getOfficeId())).isPresent());
  }

  private String inWords(WaitingView.OpenOffer offer) {
    return texts.of(
        "appointment.when",
        Moments.briefDay(offer.start(), zone(), texts.getLanguage()),
        Moments.time(offer.start(), zone()));
  }

  private String elsewhere(WaitingView waiting) {
    return waiting.offices().stream()
        .filter(office -> !office.equals(here.getOfficeId()))
        .flatMap(office -> offices.find(office).stream())
        .map(OfficeProfile::name)
        .sorted()
        .collect(Collectors.joining(", "));
  }

  private String day(LocalDate day) {
    return Moments.say("dM", day, texts.getLanguage());
  }

  private ZoneId zone() {
    return here.office().zone();
  }
}
