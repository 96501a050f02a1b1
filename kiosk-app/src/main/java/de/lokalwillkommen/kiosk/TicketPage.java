package de.lokalwillkommen.kiosk;

import de.lokalwillkommen.web.page.QrCode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** A ticket on the kiosk where it was taken. */
@Named("ticketPage")
@RequestScoped
public class TicketPage extends TicketScreen {

  @Inject private Here here;
  @Inject private Times times;

  public String getClock() {
    return times.now(shown().zone());
  }

  /** Whether there is anything to follow by phone. */
  public boolean isQrUseful() {
    return isWaiting() || isParked();
  }

  /** Leads to the phone page. */
  public QrCode getQrCode() {
    return here.qrCodeOf(Address.phone(here.getToken()));
  }
}
