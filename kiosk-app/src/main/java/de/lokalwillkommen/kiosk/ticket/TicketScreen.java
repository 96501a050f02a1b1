package de.lokalwillkommen.kiosk.ticket;

import de.lokalwillkommen.core.ticketing.TicketStatus;
import de.lokalwillkommen.core.ticketing.TicketView;
import de.lokalwillkommen.kiosk.page.PageState;
import de.lokalwillkommen.web.text.PageTexts;
import de.lokalwillkommen.web.text.Ranges;
import de.lokalwillkommen.web.text.Texts;
import jakarta.inject.Inject;

/** The facts about a ticket that kiosk and phone both show. */
public abstract class TicketScreen {

  @Inject private ShownTickets tickets;
  @Inject private PageState here;
  @Inject private PageTexts pageTexts;
  @Inject private Texts texts;
  private ShownTicket shown;

  /** Runs before rendering. */
  public void load() {
    shown = tickets.get(here.getToken());
  }

  ShownTicket shown() {
    return shown;
  }

  public TicketView getTicket() {
    return shown.ticket();
  }

  public String getOfficeName() {
    return shown.officeName();
  }

  /** The address of the office, or the empty string. */
  public String getOfficeAddress() {
    return shown.address();
  }

  public boolean isWaiting() {
    return is(TicketStatus.WAITING);
  }

  public boolean isParked() {
    return is(TicketStatus.PARKED);
  }

  public boolean isCalled() {
    return is(TicketStatus.CALLED);
  }

  /** The name of the counter to go to, or the empty string. */
  public String getRoom() {
    return shown.ticket().counter().map(TicketView.At::name).orElse("");
  }

  /** The expected wait in words, or the empty string. */
  public String getWait() {
    return shown
        .estimate()
        .map(estimate -> Ranges.briefly(texts, pageTexts.getLanguage(), estimate))
        .orElse("");
  }

  private boolean is(TicketStatus status) {
    return shown.ticket().status() == status;
  }
}
