package de.lokalwillkommen.kiosk.booking;

import de.lokalwillkommen.core.booking.AppointmentView;
import de.lokalwillkommen.core.kernel.RequestKey;
import de.lokalwillkommen.core.offices.OfficeDirectory;
import de.lokalwillkommen.core.offices.OfficeProfile;
import de.lokalwillkommen.core.offices.OfficeProfile.TopicProfile;
import de.lokalwillkommen.core.waitlist.PartOfDay;
import de.lokalwillkommen.core.waitlist.UsingWaitlist;
import de.lokalwillkommen.core.waitlist.WaitlistView;
import de.lokalwillkommen.core.waitlist.WaitlistWish;
import de.lokalwillkommen.kiosk.gate.OutsideLimit;
import de.lokalwillkommen.kiosk.page.PageState;
import de.lokalwillkommen.kiosk.page.Times;
import de.lokalwillkommen.web.text.InventedData;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The options of a visitor with an appointment who wants an earlier one. */
@RequestScoped
public class EarlierWish {

  private UsingWaitlist waitlist;
  private OfficeDirectory offices;
  private OutsideLimit outside;
  private PageState here;
  private Times times;
  private InventedWaits invented;

  protected EarlierWish() {}

  @Inject
  EarlierWish(
      UsingWaitlist waitlist,
      OfficeDirectory offices,
      OutsideLimit outside,
      PageState here,
      Times times,
      InventedWaits invented) {
    this.waitlist = waitlist;
    this.offices = offices;
    this.outside = outside;
    this.here = here;
    this.times = times;
    this.invented = invented;
  }

  /** The place on the waitlist that belongs to that appointment. */
  Optional<WaitlistView> findFor(AppointmentView appointment) {
    return InventedData.isShown()
        ? invented.findFor(appointment)
        : waitlist.findFor(appointment.code());
  }

  /** Whether there is a day before that of the appointment. */
  boolean isPossible(AppointmentView appointment) {
    return listDays(appointment).size() > 1;
  }

  /**
   * The possible days: up to that of the appointment, and at most as far as the waitlist allows;
   * none once the appointment is over.
   */
  List<LocalDate> listDays(AppointmentView appointment) {
    LocalDate today = times.today(appointment.zone());
    LocalDate last = appointment.start().atZone(appointment.zone()).toLocalDate();
    return Stream.iterate(today, day -> !day.isAfter(last), day -> day.plusDays(1))
        .limit(WaitlistWish.MOST_DAYS + 1L)
        .toList();
  }

  /** The other offices that make appointments on the same topic. */
  List<OfficeProfile> listOthers(AppointmentView appointment) {
    return offices.list().stream()
        .filter(office -> !office.id().equals(appointment.office()))
        .filter(
            office ->
                office.findTopic(appointment.topic()).filter(TopicProfile::bookable).isPresent())
        .toList();
  }

  /**
   * Joins the waitlist, within the rate limit for requests from outside.
   *
   * @param first the first day that suits the visitor
   * @param others the slugs of other offices to which the visitor would go
   */
  void join(
      AppointmentView appointment,
      LocalDate first,
      PartOfDay part,
      List<String> others,
      RequestKey key) {
    Set<String> where = new TreeSet<>(others);
    where.add(appointment.office());
    LocalDate last = appointment.start().atZone(appointment.zone()).toLocalDate();
    outside.join(
        new WaitlistWish(
            appointment.topic(),
            appointment.language(),
            where,
            first.isAfter(last) ? last : first,
            last,
            part,
            Optional.of(appointment.code()),
            Optional.empty(),
            Optional.of(key)),
        here.channel());
  }
}
