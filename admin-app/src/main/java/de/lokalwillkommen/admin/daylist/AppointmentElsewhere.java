package de.lokalwillkommen.admin.daylist;

import de.lokalwillkommen.admin.page.CurrentWorkplace;
import de.lokalwillkommen.admin.page.SpokenLanguages;
import de.lokalwillkommen.admin.page.StaffCodeLimit;
import de.lokalwillkommen.admin.security.CurrentUser;
import de.lokalwillkommen.core.booking.AppointmentStatus;
import de.lokalwillkommen.core.booking.AppointmentView;
import de.lokalwillkommen.core.booking.BookingByStaff;
import de.lokalwillkommen.core.booking.BookingCode;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.kernel.Refused;
import de.lokalwillkommen.core.offices.OfficeProfile.TopicProfile;
import de.lokalwillkommen.web.text.Language;
import de.lokalwillkommen.web.text.Moments;
import de.lokalwillkommen.web.text.PageTexts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;

/**
 * The appointment of another office that a search for its code finds: its visitor is here, or on
 * the phone.
 */
@Named
@RequestScoped
public class AppointmentElsewhere {

  private BookingByStaff booking;
  private DayListView list;
  private SpokenLanguages languages;
  private PageTexts texts;
  private CurrentWorkplace here;
  private CurrentUser me;
  private StaffCodeLimit limit;

  private Optional<Optional<Found>> looked = Optional.empty();
  private boolean tooOften;

  protected AppointmentElsewhere() {}

  @Inject
  AppointmentElsewhere(
      BookingByStaff booking,
      DayListView list,
      SpokenLanguages languages,
      PageTexts texts,
      CurrentWorkplace here,
      CurrentUser me,
      StaffCodeLimit limit) {
    this.booking = booking;
    this.list = list;
    this.languages = languages;
    this.texts = texts;
    this.here = here;
    this.me = me;
    this.limit = limit;
  }

  /**
   * The appointment.
   *
   * @param code its code
   * @param office the name of its office
   * @param when day and time in words
   * @param topic the key of its label, below {@code topic.}
   * @param language what the visitor speaks
   * @param movable whether it can be moved here: it is open and this office books that topic
   */
  public record Found(
      BookingCode code,
      String office,
      String when,
      String topic,
      Language language,
      boolean movable) {}

  /** The appointment, or null if the search has not found one in another office. */
  public Found getFound() {
    return find().orElse(null);
  }

  /** Whether the person has searched for too many codes that do not exist to search for more. */
  public boolean isTooOften() {
    find();
    return tooOften;
  }

  private Optional<Found> find() {
    if (!list.getRows().isEmpty()) {
      return Optional.empty();
    }
    if (looked.isEmpty()) {
      looked = Optional.of(look());
    }
    return looked.get();
  }

  private Optional<Found> look() {
    try {
      return BookingCode.find(list.getSearch())
          .flatMap(code -> limit.look(code, () -> booking.find(me.get(), code)))
          .filter(a -> !a.office().equals(here.getOfficeId()))
          .map(this::found);
    } catch (Refused refused) {
      // the page is being shown, which is too late for a message
      tooOften = refused.refusal().kind() == Kind.TOO_OFTEN;
      if (!tooOften) {
        throw refused;
      }
      return Optional.empty();
    }
  }

  private Found found(AppointmentView a) {
    boolean books = here.office().findTopic(a.topic()).filter(TopicProfile::bookable).isPresent();
    return new Found(
        a.code(),
        a.officeName(),
        texts.of(
            "appointment.when",
            Moments.dayAndYear(a.start(), a.zone(), texts.getLanguage()),
            Moments.time(a.start(), a.zone())),
        a.topic(),
        languages.get(a.language()),
        books && a.status() == AppointmentStatus.BOOKED);
  }
}
