package de.lokalwillkommen.kiosk.booking;

import de.lokalwillkommen.core.booking.BookingAppointments;
import de.lokalwillkommen.core.booking.BookingCode;
import de.lokalwillkommen.core.booking.CheckingIn;
import de.lokalwillkommen.core.kernel.Refusal;
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

  private static final String REASON = "reason";

  @Inject private OfficeDirectory offices;
  @Inject private BookingAppointments booking;
  @Inject private CheckingIn checkingIn;
  @Inject private UsingWaitlist waitlist;
  @Inject private AnsweringOffers offers;
  @Inject private Bookings bookings;
  @Inject private CodeLimit limit;
  @Inject private PageState here;
  @Inject private Times times;
  private OfficeProfile office;
  private BookingCode code;
  private String state;
  private Optional<Booking> shown = Optional.empty();
  private Optional<Refusal> objection = Optional.empty();
  private Optional<WaitlistView> entry = Optional.empty();

  /** Before the page is shown: answers an offer, or looks the code up. */
  public void load() {
    office = offices.get(here.getOffice());
    code = limit.admit(here.getToken());
    if (offers.isAsked()) {
      SeeOther.page(
          offers
              .answer()
              .map(taken -> here.goingTo(Address.booked(office.id(), taken.code().value())))
              .orElseGet(here::getAddress));
      return;
    }
    shown = booking.find(code).map(bookings::inWords);
    objection = shown.flatMap(b -> checkingIn.findObjection(office.id(), code, false));
    entry = shown.isPresent() ? waitlist.findFor(code) : waitlist.find(code);
    state = readState();
  }

  private String readState() {
    if (shown.isPresent()) {
      return objection.map(no -> no.facts().get(REASON).toString()).orElse("ready");
    }
    return entry.isPresent() ? "waitlist" : "unknown";
  }

  /**
   * {@code ready}, a reason as {@link CheckingIn#checkIn} gives it, {@code waitlist} or {@code
   * unknown}.
   */
  public String getState() {
    return state;
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
    return code.value();
  }

  public String getCodeInGroups() {
    return code.inGroups();
  }

  /** The earliest time for check-in, or the empty string. */
  public String getFrom() {
    return objection
        .map(no -> no.facts().get("from"))
        .filter(Instant.class::isInstance)
        .map(from -> times.inWords((Instant) from, office.zone()))
        .orElse("");
  }

  /** The current offer to the visitor. */
  public Optional<Offer> getOffer() {
    return entry.flatMap(WaitlistView::offer).map(bookings::inWords).filter(Offer::open);
  }

  /** Whether the visitor is on the waitlist. */
  public boolean isWaiting() {
    return entry.filter(e -> e.state() == WaitlistStatus.WAITING).isPresent();
  }

  /** The number of visitors who get offers before this one. */
  public int getAhead() {
    return entry.map(WaitlistView::ahead).orElse(0);
  }

  /** The QR code that opens the phone page of a place on the waitlist. */
  public QrCode getQrCode() {
    return here.qrCodeOf(Address.waitlist(code.value()));
  }
}
