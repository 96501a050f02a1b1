package de.lokalwillkommen.kiosk.ticket;

import de.lokalwillkommen.core.ticketing.FollowingTickets;
import de.lokalwillkommen.core.ticketing.Origin;
import de.lokalwillkommen.kiosk.page.Address;
import de.lokalwillkommen.kiosk.page.Form;
import de.lokalwillkommen.kiosk.page.PageState;
import de.lokalwillkommen.kiosk.page.SeeOther;
import de.lokalwillkommen.kiosk.page.Times;
import de.lokalwillkommen.web.page.QrCode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** A ticket on the kiosk where it was taken. */
@Named
@RequestScoped
public class TicketPage extends TicketScreen {

  @Inject private PageState here;
  @Inject private Times times;
  @Inject private Form form;
  @Inject private FollowingTickets following;
  @Inject private Entrances entrances;

  /** Runs before rendering: corrects the topic if the visitor has chosen another one. */
  @Override
  public void load() {
    if (form.isSent()) {
      following.correctTopic(here.getToken(), form.text("topic"));
      SeeOther.page(getBack());
    } else {
      super.load();
    }
  }

  /** Whether the topic can be corrected for the same number. */
  public boolean isCorrectable() {
    return (isWaiting() || isParked()) && getTicket().origin() != Origin.APPOINTMENT;
  }

  /** Whether the topics are shown for a correction. */
  public boolean isCorrecting() {
    return isCorrectable() && "topic".equals(here.getStep(Address.Step.STEP));
  }

  /** The address of the ticket page without the correction. */
  public String getBack() {
    return here.goingTo(here.address());
  }

  /** The topics to choose from. */
  public List<Entrance.Choice> getChoices() {
    return entrances.get(getTicket().office()).choices();
  }

  public String getClock() {
    return times.now(shown().zone());
  }

  /** Whether the ticket can be followed by phone. */
  public boolean isQrUseful() {
    return isWaiting() || isParked();
  }

  /** The QR code that opens the phone page. */
  public QrCode getQrCode() {
    return here.qrCodeOf(Address.phone(here.getToken()));
  }
}
