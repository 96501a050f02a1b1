package de.lokalwillkommen.kiosk.ticket;

import de.lokalwillkommen.core.forecast.Estimates;
import de.lokalwillkommen.core.kernel.ReadModel;
import de.lokalwillkommen.core.offices.OfficeDirectory;
import de.lokalwillkommen.core.offices.OfficeProfile;
import de.lokalwillkommen.core.ticketing.FollowingTickets;
import de.lokalwillkommen.core.ticketing.TicketStatus;
import de.lokalwillkommen.core.ticketing.TicketView;
import jakarta.inject.Inject;
import java.util.Optional;

/** Reads tickets with the further facts that their visitors see. */
@ReadModel
public class ShownTickets {

  private FollowingTickets following;
  private OfficeDirectory offices;
  private Estimates estimates;
  private InventedTickets invented;

  protected ShownTickets() {}

  @Inject
  ShownTickets(
      FollowingTickets following,
      OfficeDirectory offices,
      Estimates estimates,
      InventedTickets invented) {
    this.following = following;
    this.offices = offices;
    this.estimates = estimates;
    this.invented = invented;
  }

  /**
   * The ticket of a token.
   *
   * @throws de.lokalwillkommen.core.kernel.Refused as {@link FollowingTickets#look} says
   */
  public ShownTicket get(String token) {
    return invented.find(token).orElseGet(() -> stored(token));
  }

  private ShownTicket stored(String token) {
    TicketView ticket = following.look(token);
    OfficeProfile office = offices.get(ticket.office());
    return new ShownTicket(
        ticket,
        office.name(),
        office.address().orElse(""),
        office.zone(),
        Optional.of(ticket)
            .filter(t -> t.status() == TicketStatus.WAITING)
            .flatMap(t -> estimates.findForVisitorBehind(t.ahead(), t.office())));
  }
}
