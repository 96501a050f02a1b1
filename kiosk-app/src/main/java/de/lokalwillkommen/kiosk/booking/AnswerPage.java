package de.lokalwillkommen.kiosk.booking;

import de.lokalwillkommen.core.booking.AppointmentView;
import de.lokalwillkommen.core.booking.BookingAppointments;
import de.lokalwillkommen.core.booking.BookingCode;
import de.lokalwillkommen.core.booking.CheckingIn;
import de.lokalwillkommen.core.offices.OfficeDirectory;
import de.lokalwillkommen.core.offices.OfficeProfile;
import de.lokalwillkommen.core.waitlist.UsingWaitlist;
import de.lokalwillkommen.core.waitlist.WaitlistStatus;
import de.lokalwillkommen.core.waitlist.WaitlistView;
import de.lokalwillkommen.kiosk.gate.CodeLimit;
import de.lokalwillkommen.kiosk.page.Address;
import de.lokalwillkommen.kiosk.page.PageState;
import de.lokalwillkommen.kiosk.page.SeeOther;
import de.lokalwillkommen.kiosk.page.Times;
import de.lokalwillkommen.web.page.QrCode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.Optional;

/** The page of a kiosk for a code that does not give a ticket at once. */
@Named
@RequestScoped
public class AnswerPage {

  @Inject private OfficeDirectory offices;
  @Inject private BookingAppointments booking;
  @Inject private CheckingIn checkingIn;
  @Inject private UsingWaitlist waitlist;
  @Inject private AnsweringOffers offers;
  @Inject private Bookings bookings;
  @Inject private CodeLimit limit;
  @Inject private PageState here;
  @Inject private Times times;
  @Inject private InventedAnswers invented;
  private OfficeProfile office;
  private CodeAnswer answer;
  private Optional<Booking> shown = Optional.empty();

  /** Before the page is shown: answers an offer, or looks the code up. */
  public void load() {
    office = offices.get(here.getOffice());
    answer = invented.find(here.getToken(), office).orElseGet(this::read);
    if (offers.isAsked()) {
      SeeOther.page(
          offers
              .answer()
              .map(taken -> here.goingTo(Address.booked(office.id(), taken.code().value())))
              .orElseGet(here::getAddress));
      return;
    }
    shown = answer.appointment().map(bookings::inWords);
  }

  private CodeAnswer read() {
    BookingCode code = limit.admit(here.getToken());
    Optional<AppointmentView> appointment = booking.find(code);
    return new CodeAnswer(
        code,
        appointment,
        appointment.flatMap(any -> checkingIn.findObjection(office.id(), code, false)),
        appointment.isPresent() ? waitlist.findFor(code) : waitlist.find(code));
  }

  /** What the code is here and now, as {@link CodeAnswer#state} says. */
  public String getState() {
    return answer.state();
  }

  public String getOfficeName() {
    return office.name();
  }

  public String getClock() {
    return times.now(office.zone());
  }

  public Optional<Booking> getShown() {
    return shown;
  }

  public String getCode() {
    return answer.code().value();
  }

  public String getCodeInGroups() {
    return answer.code().inGroups();
  }

  /** The earliest time for check-in, or the empty string. */
  public String getFrom() {
    return answer
        .objection()
        .map(no -> no.facts().get("from"))
        .filter(Instant.class::isInstance)
        .map(from -> times.inWords((Instant) from, office.zone()))
        .orElse("");
  }

  /** The current offer to the visitor. */
  public Optional<Offer> getOffer() {
    return answer.entry().flatMap(WaitlistView::offer).map(bookings::inWords).filter(Offer::open);
  }

  /** Whether the visitor is on the waitlist. */
  public boolean isWaiting() {
    return answer.entry().filter(e -> e.state() == WaitlistStatus.WAITING).isPresent();
  }

  /** The number of visitors who get offers before this one. */
  public int getAhead() {
    return answer.entry().map(WaitlistView::ahead).orElse(0);
  }

  /** The QR code that opens the phone page of a place on the waitlist. */
  public QrCode getQrCode() {
    return here.qrCodeOf(Address.waitlist(answer.code().value()));
  }
}
