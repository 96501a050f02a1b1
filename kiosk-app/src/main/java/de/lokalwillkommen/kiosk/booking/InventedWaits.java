package de.lokalwillkommen.kiosk.booking;

import de.lokalwillkommen.core.booking.AppointmentView;
import de.lokalwillkommen.core.booking.BookingCode;
import de.lokalwillkommen.core.offices.OfficeDirectory;
import de.lokalwillkommen.core.offices.OfficeProfile;
import de.lokalwillkommen.core.waitlist.OfferStatus;
import de.lokalwillkommen.core.waitlist.OfferView;
import de.lokalwillkommen.core.waitlist.PartOfDay;
import de.lokalwillkommen.core.waitlist.WaitlistStatus;
import de.lokalwillkommen.core.waitlist.WaitlistView;
import de.lokalwillkommen.web.text.InventedAnswer;
import de.lokalwillkommen.web.text.InventedData;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;

/** Waitlist entries and offers that no visitor has, on which editors see how a text looks. */
@ApplicationScoped
public class InventedWaits {

  private static final int AHEAD = 3;

  private OfficeDirectory offices;
  private Clock clock;

  protected InventedWaits() {}

  @Inject
  InventedWaits(OfficeDirectory offices, Clock clock) {
    this.offices = offices;
    this.clock = clock;
  }

  /** The entry with that code, if it is an invented one. */
  Optional<WaitlistView> find(String typed) {
    return InventedData.findByCode(typed, WaitlistStatus.class)
        .flatMap(
            status ->
                findOffice().map(office -> entry(new BookingCode(typed), status, office, false)));
  }

  /** The entry of the visitor with that appointment, whom an earlier one is offered. */
  Optional<WaitlistView> findFor(AppointmentView appointment) {
    BookingCode code = appointment.code();
    return InventedData.findByCode(code.value(), InventedAnswer.class)
        .filter(answer -> answer == InventedAnswer.OFFERED)
        .flatMap(any -> findOffice())
        .map(office -> entry(code, WaitlistStatus.WAITING, office, true));
  }

  /** The offer with that token, if it is an invented one. */
  Optional<OfferView> findOffer(String token) {
    return InventedData.findOffer(token, OfferStatus.class)
        .flatMap(status -> findOffice().map(office -> offer(status, office)));
  }

  private Optional<OfficeProfile> findOffice() {
    return offices.list().stream().findFirst();
  }

  /** An entry of a visitor who also has an appointment, perhaps with an offer of an earlier one. */
  WaitlistView entry(
      BookingCode code, WaitlistStatus status, OfficeProfile office, boolean isOffered) {
    Instant start = InventedData.start(clock.instant(), office.zone());
    LocalDate today = LocalDate.ofInstant(clock.instant(), office.zone());
    return new WaitlistView(
        code,
        InventedAppointments.topicOf(office),
        "de",
        Set.of(office.id()),
        today,
        LocalDate.ofInstant(start, office.zone()),
        PartOfDay.ANY,
        status,
        AHEAD,
        Optional.of(code),
        Optional.of(offer(OfferStatus.OPEN, office)).filter(offer -> isOffered),
        false);
  }

  /** An offer of tomorrow's slot, open for half an hour. */
  private OfferView offer(OfferStatus status, OfficeProfile office) {
    Instant now = clock.instant();
    Instant start = now.plus(Duration.ofDays(1)).truncatedTo(ChronoUnit.HOURS);
    return new OfferView(
        InventedData.offer(status),
        office.id(),
        office.name(),
        office.zone(),
        start,
        start.plus(Duration.ofMinutes(30)),
        now.plus(Duration.ofMinutes(30)),
        status);
  }
}
