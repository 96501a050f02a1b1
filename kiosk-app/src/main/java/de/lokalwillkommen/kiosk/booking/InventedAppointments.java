package de.lokalwillkommen.kiosk.booking;

import de.lokalwillkommen.core.booking.AppointmentStatus;
import de.lokalwillkommen.core.booking.AppointmentView;
import de.lokalwillkommen.core.booking.BookingCode;
import de.lokalwillkommen.core.booking.Channel;
import de.lokalwillkommen.core.offices.OfficeDirectory;
import de.lokalwillkommen.core.offices.OfficeProfile;
import de.lokalwillkommen.web.text.InventedData;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Optional;

/** Appointments that no visitor has, on which editors see how a text looks. */
@ApplicationScoped
public class InventedAppointments {

  private static final LocalTime AT = LocalTime.of(10, 30);
  private static final long DAYS_AHEAD = 7;
  private static final long NO_APPOINTMENT = -1;

  private OfficeDirectory offices;
  private Clock clock;

  protected InventedAppointments() {}

  @Inject
  InventedAppointments(OfficeDirectory offices, Clock clock) {
    this.offices = offices;
    this.clock = clock;
  }

  /** The appointment with that code, if it is an invented one. */
  Optional<AppointmentView> find(String typed) {
    return InventedData.findAppointment(typed, AppointmentStatus.class)
        .flatMap(
            status ->
                BookingCode.find(typed)
                    .flatMap(
                        code ->
                            offices.list().stream()
                                .findFirst()
                                .map(office -> appointment(code, status, office))));
  }

  private AppointmentView appointment(
      BookingCode code, AppointmentStatus status, OfficeProfile office) {
    Instant now = clock.instant();
    Instant start =
        now.atZone(office.zone())
            .toLocalDate()
            .plusDays(DAYS_AHEAD)
            .atTime(AT)
            .atZone(office.zone())
            .toInstant();
    return new AppointmentView(
        NO_APPOINTMENT,
        code,
        office.id(),
        office.name(),
        office.address(),
        office.zone(),
        office.topics().stream().findFirst().map(t -> t.id()).orElse("other"),
        "de",
        start,
        start.plus(Duration.ofMinutes(30)),
        status,
        Channel.OUTSIDE,
        Optional.of(now.plus(Duration.ofMinutes(5)))
            .filter(until -> status == AppointmentStatus.HELD),
        false,
        0,
        Optional.empty(),
        Optional.empty());
  }
}
