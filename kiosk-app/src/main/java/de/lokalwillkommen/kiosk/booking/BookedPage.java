package de.lokalwillkommen.kiosk.booking;

import de.lokalwillkommen.core.booking.AppointmentStatus;
import de.lokalwillkommen.core.booking.AppointmentView;
import de.lokalwillkommen.core.waitlist.PartOfDay;
import de.lokalwillkommen.kiosk.page.Address;
import de.lokalwillkommen.kiosk.page.Form;
import de.lokalwillkommen.kiosk.page.PageState;
import de.lokalwillkommen.kiosk.page.SeeOther;
import de.lokalwillkommen.kiosk.page.Times;
import de.lokalwillkommen.web.page.QrCode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** An appointment that has just been booked: the code to note or photograph. */
@Named
@RequestScoped
public class BookedPage {

  @Inject private Bookings bookings;
  @Inject private EarlierWish earlier;
  @Inject private PageState here;
  @Inject private Form form;
  @Inject private Times times;
  private Booking shown;
  private boolean waits;

  /** Runs before rendering: joins the waitlist if asked to. */
  public void load() {
    shown = bookings.get(here.getToken());
    AppointmentView appointment = shown.appointment();
    if (form.does("earlier")) {
      earlier.join(
          appointment, times.today(appointment.zone()), PartOfDay.ANY, List.of(), form.key());
      SeeOther.page(here.getAddress());
      return;
    }
    waits = earlier.findFor(appointment).isPresent();
  }

  public Booking getShown() {
    return shown;
  }

  public String getClock() {
    return times.now(shown.appointment().zone());
  }

  /** Whether the visitor is on the waitlist for an earlier time. */
  public boolean isWaiting() {
    return waits;
  }

  /** Whether an earlier time is possible. */
  public boolean isEarlierPossible() {
    return shown.is(AppointmentStatus.BOOKED) && !waits && earlier.isPossible(shown.appointment());
  }

  public String getNewKey() {
    return Form.newKey();
  }

  /** The QR code with the address of the phone page. */
  public QrCode getQrCode() {
    return here.qrCodeOf(Address.appointment(shown.code()));
  }
}
