package de.lokalwillkommen.core.arranging;

import de.lokalwillkommen.core.booking.Appointment;
import de.lokalwillkommen.core.booking.BookingCode;
import de.lokalwillkommen.core.booking.BookingWish;
import de.lokalwillkommen.core.booking.Channel;
import de.lokalwillkommen.core.booking.Slot;
import de.lokalwillkommen.core.offices.OfficeFixture;
import de.lokalwillkommen.core.ticketing.TicketFixture;
import de.lokalwillkommen.core.timetable.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Appointments in Hörde that a change of the office may affect. */
final class BookedAppointment {

  private BookedAppointment() {}

  /** An appointment of half an hour that staff have booked. */
  static Appointment of(String code, String language, Instant start) {
    BookingWish wish =
        new BookingWish(
            new Slot.Id("hoerde", start),
            OfficeFixture.HOUSING,
            language,
            Channel.STAFF,
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    return new Appointment(
        new BookingCode(code),
        wish,
        new Place(1, 1, start, start.plus(Duration.ofMinutes(30))),
        start,
        TicketFixture.TEN);
  }
}
