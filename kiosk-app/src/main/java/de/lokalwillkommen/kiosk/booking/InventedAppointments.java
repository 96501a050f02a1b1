package de.lokalwillkommen.kiosk.booking;

import de.lokalwillkommen.core.booking.AppointmentStatus;
import de.lokalwillkommen.core.booking.AppointmentView;
import de.lokalwillkommen.core.booking.BookingCode;
import de.lokalwillkommen.core.booking.Channel;
import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.offices.OfficeDirectory;
import de.lokalwillkommen.core.offices.OfficeProfile;
import de.lokalwillkommen.web.text.InventedAnswer;
import de.lokalwillkommen.web.text.InventedData;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Appointments that no visitor has, on which editors see how a text looks. */
@ApplicationScoped
public class InventedAppointments {

  private static final long NO_APPOINTMENT = -1;

  private OfficeDirectory offices;
  private Clock clock;

  protected InventedAppointments() {}

  @Inject
  InventedAppointments(OfficeDirectory offices, Clock clock) {
    this.offices = offices;
    this.clock = clock;
  }

  /**
   * The appointment with that code, if it is an invented one.
   *
   * @throws de.lokalwillkommen.core.kernel.Refused {@code UNKNOWN} for the invented code of nothing
   */
  Optional<AppointmentView> find(String typed) {
    if (InventedData.isUnknown(typed)) {
      throw Refusal.of(Kind.UNKNOWN, "appointment.unknown").asException();
    }
    return findStatus(typed)
        .flatMap(
            status ->
                offices.list().stream()
                    .findFirst()
                    .map(
                        office ->
                            appointment(
                                new BookingCode(typed),
                                status,
                                office,
                                InventedData.start(clock.instant(), office.zone()))));
  }

  /** Who is offered an earlier appointment has one that is confirmed. */
  private static Optional<AppointmentStatus> findStatus(String typed) {
    return InventedData.findByCode(typed, AppointmentStatus.class)
        .or(
            () ->
                InventedData.findByCode(typed, InventedAnswer.class)
                    .filter(answer -> answer == InventedAnswer.OFFERED)
                    .map(any -> AppointmentStatus.BOOKED));
  }

  /** An appointment of half an hour in an office. */
  AppointmentView appointment(
      BookingCode code, AppointmentStatus status, OfficeProfile office, Instant start) {
    return new AppointmentView(
        NO_APPOINTMENT,
        code,
        office.id(),
        office.name(),
        office.address(),
        office.zone(),
        topicOf(office),
        "de",
        start,
        start.plus(Duration.ofMinutes(30)),
        status,
        Channel.OUTSIDE,
        Optional.of(clock.instant().plus(Duration.ofMinutes(5)))
            .filter(until -> status == AppointmentStatus.HELD),
        false,
        0,
        Optional.of(NO_APPOINTMENT).filter(any -> status == AppointmentStatus.CHECKED_IN),
        Optional.empty());
  }

  /** The first topic on which an office advises. */
  static String topicOf(OfficeProfile office) {
    return office.topics().stream().findFirst().map(topic -> topic.id()).orElse("other");
  }
}
