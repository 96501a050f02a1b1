package de.lokalwillkommen.kiosk.booking;

import de.lokalwillkommen.core.booking.AppointmentStatus;
import de.lokalwillkommen.core.booking.BookingAppointments;
import de.lokalwillkommen.core.booking.Contact;
import de.lokalwillkommen.core.ticketing.Actor;
import de.lokalwillkommen.kiosk.page.Address;
import de.lokalwillkommen.kiosk.page.Form;
import de.lokalwillkommen.kiosk.page.PageState;
import de.lokalwillkommen.kiosk.page.SeeOther;
import de.lokalwillkommen.kiosk.page.Times;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;

/**
 * A time that is held for some minutes while the visitor decides. The page does not ask for a name.
 */
@Named
@RequestScoped
public class ConfirmPage {

  private static final List<String> KEYS =
      List.of("1234567890_qwertzuiop-asdfghjkl@.yxcvbnm".split(""));

  @Inject private Bookings bookings;
  @Inject private BookingAppointments booking;
  @Inject private PageState here;
  @Inject private Form form;
  @Inject private Times times;
  private Booking shown;

  /** Runs before rendering: confirms the appointment, releases it, or reads it. */
  public void load() {
    shown = bookings.get(here.getToken());
    if (form.does("other")) {
      giveBack();
    } else if (form.isSent()) {
      booking.confirm(shown.id(), contact());
      SeeOther.page(here.goingTo(done()));
    } else if (shown.is(AppointmentStatus.BOOKED)) {
      SeeOther.page(here.goingTo(done()));
    }
  }

  private void giveBack() {
    if (shown.is(AppointmentStatus.HELD)) {
      booking.cancel(shown.id(), here.isOnPhone() ? Actor.VISITOR : Actor.KIOSK);
    }
    SeeOther.page(getTimes());
  }

  private Optional<Contact> contact() {
    return Optional.of(form.text("mail")).filter(mail -> !mail.isEmpty()).map(Contact::new);
  }

  private Address done() {
    return here.isOnPhone()
        ? Address.appointment(shown.code())
        : Address.booked(here.getOffice(), shown.code());
  }

  public Booking getShown() {
    return shown;
  }

  public String getClock() {
    return times.now(shown.appointment().zone());
  }

  /** Whether the time is still held. */
  public boolean isKept() {
    return shown.is(AppointmentStatus.HELD);
  }

  /** The remaining seconds of the hold. */
  public long getSeconds() {
    return shown.appointment().heldUntil().map(times::secondsUntil).orElse(1L);
  }

  /** The address of the page with the times. */
  public String getTimes() {
    return here.goingTo(Address.book(here.getOffice()), here.getSteps());
  }

  /** The keys for mail addresses, in rows of eleven as on a keyboard; the last one is backspace. */
  public List<String> getKeys() {
    return KEYS;
  }
}
