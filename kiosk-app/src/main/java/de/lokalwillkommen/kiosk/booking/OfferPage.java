package de.lokalwillkommen.kiosk.booking;

import de.lokalwillkommen.core.waitlist.OfferStatus;
import de.lokalwillkommen.core.waitlist.OfferView;
import de.lokalwillkommen.core.waitlist.UsingWaitlist;
import de.lokalwillkommen.kiosk.page.Address;
import de.lokalwillkommen.kiosk.page.PageState;
import de.lokalwillkommen.kiosk.page.SeeOther;
import de.lokalwillkommen.web.text.PageTexts;
import de.lokalwillkommen.web.text.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

/**
 * An offered earlier time, opened from a mail. Following the link books nothing; only a button
 * does.
 */
@Named
@RequestScoped
public class OfferPage {

  @Inject private UsingWaitlist waitlist;
  @Inject private AnsweringOffers offers;
  @Inject private Bookings bookings;
  @Inject private PageState here;
  @Inject private PageTexts pageTexts;
  @Inject private Texts texts;
  @Inject private HttpServletRequest request;
  @Inject private InventedWaits invented;
  private OfferView view;
  private Offer shown;

  /** Runs before rendering: takes or declines the offer, if a button was touched. */
  public void load() {
    view =
        invented.findOffer(here.getToken()).orElseGet(() -> waitlist.lookAtOffer(here.getToken()));
    if (request.getParameter(PageTexts.PARAMETER) == null) {
      pageTexts.speak(texts.negotiate(request.getHeader("Accept-Language")).tag());
    }
    if (offers.isAsked()) {
      SeeOther.page(
          offers
              .answer()
              .map(taken -> here.goingTo(Address.appointment(taken.code().value())))
              .orElseGet(here::getAddress));
    } else {
      shown = bookings.inWords(view);
    }
  }

  public Offer getShown() {
    return shown;
  }

  /** The status of the offer; lapsed as soon as its time is over. */
  public OfferStatus getState() {
    boolean lapsed = view.state() == OfferStatus.OPEN && !shown.open();
    return lapsed ? OfferStatus.LAPSED : view.state();
  }
}
