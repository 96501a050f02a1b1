package de.lokalwillkommen.core.leadtime;

import de.lokalwillkommen.core.booking.AppointmentEvent;
import de.lokalwillkommen.core.booking.Appointments;
import de.lokalwillkommen.core.booking.SlotSearch;
import de.lokalwillkommen.core.kernel.BusinessDay;
import de.lokalwillkommen.core.kernel.MainLanguage;
import de.lokalwillkommen.core.kernel.UseCase;
import de.lokalwillkommen.core.offices.Office;
import de.lokalwillkommen.core.offices.Offices;
import de.lokalwillkommen.core.offices.Topic;
import de.lokalwillkommen.core.timetable.Share;
import de.lokalwillkommen.core.timetable.Timetable;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Measures and shows how long people wait for an appointment. Today's figures are computed from the
 * history again and again; bookings after the last measurement are added when the day is over.
 */
@UseCase
public class MeasuringLeadTimes {

  private Offices offices;
  private Appointments appointments;
  private SlotSearch search;
  private LeadTimes figures;
  private Clock clock;

  protected MeasuringLeadTimes() {}

  @Inject
  MeasuringLeadTimes(
      Offices offices,
      Appointments appointments,
      SlotSearch search,
      LeadTimes figures,
      Clock clock) {
    this.offices = offices;
    this.appointments = appointments;
    this.search = search;
    this.figures = figures;
    this.clock = clock;
  }

  /**
   * Measures the present day of an office. The first measurement of a day completes the last
   * measured day before it.
   */
  public void measure(String officeId) {
    Instant now = clock.instant();
    Office office = offices.get(officeId);
    BusinessDay today = office.dayOf(now);
    if (figures.list(officeId, today.date(), today.date()).isEmpty()) {
      // a day without a measurement has no figures: its free slots are unknown
      figures
          .findLastBefore(officeId, today.date())
          .ifPresent(
              last -> last.complete(leadsOn(officeId, new BusinessDay(last.day(), office.zone()))));
    }
    figures.get(officeId, today.date()).measure(leadsOn(officeId, today), thirdNext(office, now));
  }

  private List<Duration> leadsOn(String officeId, BusinessDay day) {
    return appointments.listBookings(officeId, day.begin(), day.end()).stream()
        .map(AppointmentEvent::lead)
        .toList();
  }

  /**
   * The figures of an office for a number of days up to today, in order; days without figures are
   * left out.
   */
  public List<LeadTimeView> list(String officeId, int days) {
    Office office = offices.get(officeId);
    LocalDate today = office.dayOf(clock.instant()).date();
    return figures.list(officeId, today.minusDays(days - 1L), today).stream()
        .map(LeadTimeView::of)
        .toList();
  }

  /** Measures the first bookable topic in German, which most visitors ask for. */
  private Optional<Duration> thirdNext(Office office, Instant now) {
    return office.topics().stream()
        .filter(Topic::isBookable)
        .findFirst()
        .map(topic -> new Timetable.Wish(topic, MainLanguage.TAG, Share.PUBLIC, now))
        .map(wish -> search.list(office, wish, now, now.plus(Duration.ofDays(370)), LeadTime.THIRD))
        .filter(slots -> slots.size() == LeadTime.THIRD)
        .map(slots -> Duration.between(now, slots.get(LeadTime.THIRD - 1).start()));
  }
}
