package de.lokalwillkommen.kiosk.booking;

import de.lokalwillkommen.core.offices.OfficeDirectory;
import de.lokalwillkommen.core.offices.OfficeProfile;
import de.lokalwillkommen.core.waitlist.UsingWaitlist;
import de.lokalwillkommen.core.waitlist.WaitlistView;
import de.lokalwillkommen.kiosk.gate.CodeLimit;
import de.lokalwillkommen.kiosk.page.Address;
import de.lokalwillkommen.kiosk.page.Form;
import de.lokalwillkommen.kiosk.page.PageState;
import de.lokalwillkommen.kiosk.page.SeeOther;
import de.lokalwillkommen.kiosk.page.Times;
import de.lokalwillkommen.web.text.PageTexts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;

/**
 * A place on the waitlist on its visitor's phone: shows offers to take or decline, and lets the
 * visitor leave.
 */
@Named
@RequestScoped
public class WaitlistPage {

  @Inject private UsingWaitlist waitlist;
  @Inject private AnsweringOffers offers;
  @Inject private Bookings bookings;
  @Inject private OfficeDirectory offices;
  @Inject private CodeLimit limit;
  @Inject private PageState here;
  @Inject private Form form;
  @Inject private Times times;
  @Inject private InventedWaits invented;
  @Inject private PageTexts texts;
  @Inject private HttpServletRequest request;
  private WaitlistView entry;

  /** Runs before rendering: carries out the button that was touched. */
  public void load() {
    entry =
        invented.find(here.getToken()).orElseGet(() -> waitlist.look(limit.admit(here.getToken())));
    if (request.getParameter(PageTexts.PARAMETER) == null) {
      texts.speak(entry.language());
    }
    if (offers.isAsked()) {
      SeeOther.page(
          offers
              .answer()
              .map(taken -> here.goingTo(Address.appointment(taken.code().value())))
              .orElseGet(here::getAddress));
    } else if (form.isSent()) {
      waitlist.leave(entry.code());
      SeeOther.page(here.getAddress());
    }
  }

  public WaitlistView getEntry() {
    return entry;
  }

  /** The key of the topic's label. */
  public String getTopicKey() {
    return "topic." + entry.topic();
  }

  /** The offices in their usual order. */
  public List<OfficeProfile> getOffices() {
    return offices.list().stream().filter(office -> entry.offices().contains(office.id())).toList();
  }

  public String getFirstDay() {
    return times.day(entry.firstDay());
  }

  public String getLastDay() {
    return times.day(entry.lastDay());
  }

  /** The current offer to the visitor. */
  public Optional<Offer> getOffer() {
    return entry.offer().map(bookings::inWords).filter(Offer::open);
  }

  /**
   * The address of the appointment that the place belongs to or has become, or the empty string.
   */
  public String getAppointmentPage() {
    return entry
        .appointment()
        .map(code -> here.goingTo(Address.appointment(code.value())))
        .orElse("");
  }
}
