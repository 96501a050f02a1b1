package de.lokalwillkommen.kiosk.booking;

import de.lokalwillkommen.core.booking.AppointmentView;
import de.lokalwillkommen.core.booking.BookingAppointments;
import de.lokalwillkommen.core.waitlist.OfferStatus;
import de.lokalwillkommen.core.waitlist.OfferView;
import de.lokalwillkommen.kiosk.gate.CodeLimit;
import de.lokalwillkommen.kiosk.page.Times;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

/** Appointments and offers in the words of the page's language. */
@RequestScoped
public class Bookings {

  private BookingAppointments booking;
  private CodeLimit limit;
  private Times times;
  private InventedAppointments invented;

  protected Bookings() {}

  @Inject
  Bookings(
      BookingAppointments booking, CodeLimit limit, Times times, InventedAppointments invented) {
    this.booking = booking;
    this.limit = limit;
    this.times = times;
    this.invented = invented;
  }

  /**
   * The appointment of a code.
   *
   * @throws de.lokalwillkommen.core.kernel.Refused {@code UNKNOWN} if there is none; {@code
   *     TOO_OFTEN} after too many wrong codes
   */
  Booking get(String typed) {
    return inWords(invented.find(typed).orElseGet(() -> booking.look(limit.admit(typed))));
  }

  Booking inWords(AppointmentView appointment) {
    return new Booking(
        appointment,
        times.day(appointment.start(), appointment.zone()),
        times.ofDay(appointment.start(), appointment.zone()),
        appointment.status());
  }

  Offer inWords(OfferView offer) {
    boolean open = offer.state() == OfferStatus.OPEN && !times.isOver(offer.expiresAt());
    return new Offer(
        offer.token(),
        offer.office(),
        offer.officeName(),
        times.day(offer.start(), offer.zone()),
        times.ofDay(offer.start(), offer.zone()),
        times.inWords(offer.expiresAt(), offer.zone()),
        times.secondsUntil(offer.expiresAt()),
        open);
  }
}
