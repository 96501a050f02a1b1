package de.lokalwillkommen.kiosk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

/** A ticket on the kiosk where it was taken. */
@Named("ticketPage")
@RequestScoped
public class TicketPage extends TicketScreen {

  @Inject private KioskSettings settings;
  @Inject private Here here;
  @Inject private Times times;
  @Inject private HttpServletRequest request;

  public String getClock() {
    return times.now(shown().zone());
  }

  /** Whether there is anything to follow by phone. */
  public boolean isQrUseful() {
    return isWaiting() || isParked();
  }

  /** Leads to the phone page. */
  public QrCode getQrCode() {
    return QrCode.of(settings.phoneAddress(request, here.getToken()));
  }
}
