package de.lokalwillkommen.admin.daylist;

import de.lokalwillkommen.admin.page.CommandParameters;
import de.lokalwillkommen.admin.page.CurrentWorkplace;
import de.lokalwillkommen.admin.page.SpokenLanguages;
import de.lokalwillkommen.admin.security.CurrentUser;
import de.lokalwillkommen.core.booking.AppointmentView;
import de.lokalwillkommen.core.booking.BookingCode;
import de.lokalwillkommen.core.booking.Slot;
import de.lokalwillkommen.core.offices.OfficeProfile.TopicProfile;
import de.lokalwillkommen.core.rebooking.RebookingDay;
import de.lokalwillkommen.core.rebooking.RebookingDay.Seen;
import de.lokalwillkommen.core.rebooking.WorkingList;
import de.lokalwillkommen.core.rebooking.WorkingList.Item;
import de.lokalwillkommen.web.app.MailSettings;
import de.lokalwillkommen.web.text.Language;
import de.lokalwillkommen.web.text.Moments;
import de.lokalwillkommen.web.text.PageTexts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The content of the working list: the appointments of a day that falls out. */
@Named
@RequestScoped
public class WorkingListView {

  private static final String SHOW = "show";
  private static final String ALL = "all";
  private static final String WITHOUT_DESK = "desk";

  private RebookingDay rebooking;
  private SpokenLanguages languages;
  private MailSettings mail;
  private PageTexts texts;
  private Clock clock;
  private CommandParameters asked;
  private CurrentWorkplace here;
  private CurrentUser me;

  private WorkingList list;

  protected WorkingListView() {}

  @Inject
  WorkingListView(
      RebookingDay rebooking,
      SpokenLanguages languages,
      MailSettings mail,
      PageTexts texts,
      Clock clock,
      CommandParameters asked,
      CurrentWorkplace here,
      CurrentUser me) {
    this.rebooking = rebooking;
    this.languages = languages;
    this.mail = mail;
    this.texts = texts;
    this.clock = clock;
    this.asked = asked;
    this.here = here;
    this.me = me;
  }

  /**
   * One appointment.
   *
   * @param code the booking code
   * @param at when it begins, on the office's clock
   * @param topic the key of its label, below {@code topic.}
   * @param pictogram the icon of the topic
   * @param language what the visitor speaks
   * @param hasDesk whether a desk is left for it
   * @param mailed whether the visitor gets a mail
   * @param proposal the proposed time in words; the empty string if there is none
   * @param pick what the form sends if it is ticked
   */
  public record Row(
      BookingCode code,
      String at,
      String topic,
      String pictogram,
      Language language,
      boolean hasDesk,
      boolean mailed,
      String proposal,
      String pick) {}

  WorkingList list() {
    if (list == null) {
      list = rebooking.look(me.get(), day());
    }
    return list;
  }

  /** Reads the list again after a change. */
  void reread() {
    list = null;
  }

  /** The appointments that are shown. */
  public List<Row> getRows() {
    return list().items().stream().filter(this::isShown).map(this::row).toList();
  }

  private boolean isShown(Item item) {
    return isAll() || !item.hasDesk();
  }

  /** Whether all appointments of the day are shown, not only those without a desk. */
  public boolean isAll() {
    boolean some = getWithoutDesk() > 0 && getWithoutDesk() < getCount();
    return asked.word(SHOW).map(ALL::equals).orElse(!some);
  }

  public String getShow() {
    return isAll() ? ALL : WITHOUT_DESK;
  }

  public int getCount() {
    return list().items().size();
  }

  /** The number of appointments without a desk. */
  public long getWithoutDesk() {
    return list().items().stream().filter(item -> !item.hasDesk()).count();
  }

  public boolean isClosed() {
    return list().closed();
  }

  /** The item of an appointment, if it is still on the list as it was seen. */
  Optional<Item> find(Seen seen) {
    return list().items().stream()
        .filter(item -> item.appointment().code().equals(seen.code()))
        .filter(item -> item.appointment().start().equals(seen.start()))
        .findFirst();
  }

  Row row(Item item) {
    AppointmentView a = item.appointment();
    Seen seen = new Seen(a.code(), a.start());
    return new Row(
        a.code(),
        Moments.time(a.start(), a.zone()),
        a.topic(),
        here.office().findTopic(a.topic()).map(TopicProfile::pictogram).orElse("more_horiz"),
        languages.get(a.language()),
        item.hasDesk(),
        isMailed(a),
        item.proposal().map(slot -> inWords(slot, a)).orElse(""),
        new Pick(seen, item.proposal().map(Slot::id)).text());
  }

  /** Whether the visitor of an appointment gets a mail. */
  boolean isMailed(AppointmentView appointment) {
    return mail.isMailing() && appointment.hasContact();
  }

  private String inWords(Slot slot, AppointmentView appointment) {
    return texts.of(
        "appointment.when",
        Moments.briefDay(slot.start(), appointment.zone(), texts.getLanguage()),
        Moments.time(slot.start(), appointment.zone()));
  }

  LocalDate day() {
    return asked
        .day("day")
        .orElseGet(() -> clock.instant().atZone(here.office().zone()).toLocalDate());
  }

  /** The day in ISO 8601, as in the page's address. */
  public String getDay() {
    return day().toString();
  }

  /** The day in words. */
  public String getTitle() {
    return Moments.dayAndYear(day(), texts.getLanguage());
  }
}
