package de.lokalwillkommen.kiosk;

import de.lokalwillkommen.core.booking.BookingAppointments;
import de.lokalwillkommen.core.booking.BookingCode;
import de.lokalwillkommen.core.booking.CheckingIn;
import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.offices.OfficeDirectory;
import de.lokalwillkommen.core.offices.OfficeProfile;
import de.lokalwillkommen.core.ticketing.FollowingTickets;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Where a code is typed or scanned: somebody on time gets their number at once. */
@Named("checkIn")
@RequestScoped
public class CheckInPage {

  private static final List<String> KEYS = List.of("23456789ABCDEFGHJKMNPQRSTVWXYZ".split(""));

  @Inject private OfficeDirectory offices;
  @Inject private BookingAppointments booking;
  @Inject private CheckingIn checkingIn;
  @Inject private FollowingTickets following;
  @Inject private KioskGate gate;
  @Inject private Here here;
  @Inject private Form form;
  @Inject private Times times;
  private OfficeProfile office;

  /** Before the page is shown: checks in, or goes to what there is to say about the code. */
  public void load() {
    office = offices.get(here.getOffice());
    if (form.isSent()) {
      gate.admitCheckIn(office.id());
      answer(
          BookingCode.find(form.text("code"))
              .orElseThrow(() -> Refusal.of(Kind.INVALID, "code.unreadable").asException()));
    }
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

  /** Every character of which a code can consist. */
  public List<String> getKeys() {
    return KEYS;
  }
}
