package de.lokalwillkommen.kiosk;

import de.lokalwillkommen.core.ticketing.TicketStatus;
import de.lokalwillkommen.core.ticketing.TicketView;
import de.lokalwillkommen.web.text.PageTexts;
import de.lokalwillkommen.web.text.Ranges;
import de.lokalwillkommen.web.text.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

/** A ticket on the kiosk where it was taken. */
@Named("ticketPage")
@RequestScoped
public class TicketPage {

  @Inject private ShownTickets tickets;
  @Inject private KioskSettings settings;
  @Inject private Here here;
  @Inject private PageTexts pageTexts;
  @Inject private Texts texts;
  @Inject private Times times;
  @Inject private HttpServletRequest request;
  private ShownTicket shown;

  /** Before the page is shown. */
  public void load() {
    shown = tickets.get(here.getToken());
  }

  public TicketView getTicket() {
    return shown.ticket();
  }

  public String getOfficeName() {
    return shown.officeName();
  }

  public String getClock() {
    return times.now(shown.zone());
  }

  public boolean isWaiting() {
    return shown.ticket().status() == TicketStatus.WAITING;
  }

  public boolean isCalled() {
    return shown.ticket().status() == TicketStatus.CALLED;
  }

  /** Whether there is anything to follow by phone. */
  public boolean isQrUseful() {
    return isWaiting() || shown.ticket().status() == TicketStatus.PARKED;
  }

  /** The name on the door to go to, or the empty string. */
  public String getRoom() {
    return shown.ticket().counter().map(TicketView.At::name).orElse("");
  }

  /** How long it takes, or the empty string. */
  public String getWait() {
    return shown
        .estimate()
        .map(estimate -> Ranges.briefly(texts, pageTexts.getLanguage(), estimate))
        .orElse("");
  }

  /** Leads to the phone page. */
  public QrCode getQrCode() {
    return QrCode.of(settings.phoneAddress(request, here.getToken()));
  }
}
