package de.lokalwillkommen.kiosk.booking;

import de.lokalwillkommen.core.booking.BookingAppointments;
import de.lokalwillkommen.core.booking.BookingCode;
import de.lokalwillkommen.core.booking.CheckingIn;
import de.lokalwillkommen.core.booking.Scan;
import de.lokalwillkommen.core.offices.OfficeDirectory;
import de.lokalwillkommen.core.offices.OfficeProfile;
import de.lokalwillkommen.core.ticketing.FollowingTickets;
import de.lokalwillkommen.core.waitlist.UsingWaitlist;
import de.lokalwillkommen.kiosk.gate.KioskGate;
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

/** Where a code is typed or scanned: a visitor who is on time gets a ticket at once. */
@Named
@RequestScoped
public class CheckInPage {

  private static final List<String> KEYS = List.of("23456789ABCDEFGHJKMNPQRSTVWXYZ".split(""));

  @Inject private OfficeDirectory offices;
  @Inject private BookingAppointments booking;
  @Inject private CheckingIn checkingIn;
  @Inject private UsingWaitlist waitlist;
  @Inject private FollowingTickets following;
  @Inject private KioskGate gate;
  @Inject private PageState here;
  @Inject private Form form;
  @Inject private Times times;
  private OfficeProfile office;
  private String refusal = "";

  /** Runs before rendering: checks in, or redirects to the answer for this code. */
  public void load() {
    office = offices.get(here.getOffice());
    if (form.isSent()) {
      gate.admitCheckIn(office.id());
      boolean scanned = !form.text("scanned").isEmpty();
      Optional<BookingCode> code = scanned ? scan() : BookingCode.find(form.text("code"));
      if (code.isEmpty()) {
        refusal = scanned ? "checkIn.foreign" : "checkIn.unreadable";
      }
      code.ifPresent(this::answer);
    }
  }

  private Optional<BookingCode> scan() {
    return new Scan(form.text("code"), form.text("other")).code(this::isKnown);
  }

  private boolean isKnown(BookingCode code) {
    return booking.find(code).isPresent() || waitlist.find(code).isPresent();
  }

  private void answer(BookingCode code) {
    boolean lateToo = !form.text("late").isEmpty();
    boolean possible =
        booking.find(code).isPresent()
            && checkingIn.findObjection(office.id(), code, lateToo).isEmpty();
    if (possible) {
      long ticket = checkingIn.checkIn(office.id(), code, lateToo).ticket().id();
      SeeOther.page(here.goingTo(Address.ticket(office.id(), following.tokenFor(ticket))));
    } else {
      SeeOther.page(here.goingTo(Address.answer(office.id(), code.value())));
    }
  }

  public String getOfficeName() {
    return office.name();
  }

  public String getClock() {
    return times.now(office.zone());
  }

  /** An incomplete code that was typed, to be completed; one that was scanned is dropped. */
  public String getTyped() {
    String typed = form.text("code");
    return !refusal.isEmpty() && typed.length() <= BookingCode.LENGTH_IN_GROUPS ? typed : "";
  }

  /** The number of characters of a code as shown. */
  public int getLongest() {
    return BookingCode.LENGTH_IN_GROUPS;
  }

  /** The key of the sentence that explains why the code was not accepted, or the empty string. */
  public String getRefusal() {
    return refusal.isEmpty() ? here.getRefusal() : refusal;
  }

  /** All characters that occur in codes. */
  public List<String> getKeys() {
    return KEYS;
  }
}
