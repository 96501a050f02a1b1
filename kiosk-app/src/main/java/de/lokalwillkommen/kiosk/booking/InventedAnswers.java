package de.lokalwillkommen.kiosk.booking;

import de.lokalwillkommen.core.booking.AppointmentStatus;
import de.lokalwillkommen.core.booking.AppointmentView;
import de.lokalwillkommen.core.booking.BookingCode;
import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.offices.OfficeProfile;
import de.lokalwillkommen.core.waitlist.WaitlistStatus;
import de.lokalwillkommen.core.waitlist.WaitlistView;
import de.lokalwillkommen.web.text.InventedAnswer;
import de.lokalwillkommen.web.text.InventedData;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Answers of a kiosk to codes that no visitor has, on which editors see how a text looks. */
@ApplicationScoped
public class InventedAnswers {

  private static final Duration EARLIEST = Duration.ofMinutes(30);

  private InventedAppointments appointments;
  private InventedWaits waits;
  private Clock clock;

  protected InventedAnswers() {}

  @Inject
  InventedAnswers(InventedAppointments appointments, InventedWaits waits, Clock clock) {
    this.appointments = appointments;
    this.waits = waits;
    this.clock = clock;
  }

  /** The answer of an office to that code, if it is an invented one. */
  Optional<CodeAnswer> find(String typed, OfficeProfile office) {
    return InventedData.findByCode(typed, InventedAnswer.class)
        .map(answer -> answer(answer, new BookingCode(typed), office));
  }

  private CodeAnswer answer(InventedAnswer answer, BookingCode code, OfficeProfile office) {
    Instant start = startFor(answer, office);
    Optional<AppointmentView> appointment =
        switch (answer) {
          case UNKNOWN, WAITLIST -> Optional.empty();
          default ->
              Optional.of(appointments.appointment(code, AppointmentStatus.BOOKED, office, start));
        };
    Optional<Refusal> objection =
        switch (answer) {
          case READY, UNKNOWN, WAITLIST -> Optional.empty();
          case OFFERED -> Optional.of(objection(InventedAnswer.WRONG_DAY, start));
          default -> Optional.of(objection(answer, start));
        };
    Optional<WaitlistView> entry =
        switch (answer) {
          case WAITLIST, OFFERED ->
              Optional.of(
                  waits.entry(
                      code, WaitlistStatus.WAITING, office, answer == InventedAnswer.OFFERED));
          default -> Optional.empty();
        };
    return new CodeAnswer(code, appointment, objection, entry);
  }

  private Instant startFor(InventedAnswer answer, OfficeProfile office) {
    Instant now = clock.instant();
    return switch (answer) {
      case READY -> now;
      case LATE, OVER -> now.minus(EARLIEST);
      case EARLY -> now.plus(Duration.ofHours(2));
      case WRONG_DAY -> now.plus(Duration.ofDays(1));
      default -> InventedData.start(now, office.zone());
    };
  }

  private static Refusal objection(InventedAnswer answer, Instant start) {
    return Refusal.of(Kind.CONFLICT, "checkIn." + answer.word())
        .with("reason", answer.word())
        .with("from", start.minus(EARLIEST));
  }
}
