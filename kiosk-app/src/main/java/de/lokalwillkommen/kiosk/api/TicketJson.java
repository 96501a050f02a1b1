package de.lokalwillkommen.kiosk.api;

import de.lokalwillkommen.core.forecast.Estimate;
import de.lokalwillkommen.core.forecast.Estimates;
import de.lokalwillkommen.core.ticketing.TicketStatus;
import de.lokalwillkommen.core.ticketing.TicketView;
import de.lokalwillkommen.web.page.VisitorPage;
import de.lokalwillkommen.web.rest.Jsons;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObjectBuilder;
import java.util.Optional;

/** A ticket as its visitor may see it. */
@ApplicationScoped
public class TicketJson {

  private Estimates estimates;

  protected TicketJson() {}

  @Inject
  TicketJson(Estimates estimates) {
    this.estimates = estimates;
  }

  /**
   * A ticket with its token and links.
   *
   * @param context the context path of this application
   */
  public JsonObjectBuilder withLinks(TicketView ticket, String token, String context) {
    String self = context + "/api/v1/tickets/" + token;
    return json(ticket)
        .add("token", token)
        .add(
            "links",
            Jsons.object()
                .add("self", self)
                .add("later", self + "/later")
                .add("page", VisitorPage.ticket(token).under(context))
                .add("live", context + "/ws/tickets/" + token));
  }

  /** A ticket as the phone's socket sends it. */
  public JsonObjectBuilder json(TicketView ticket) {
    return Jsons.ticket(ticket, estimate(ticket));
  }

  private Optional<Estimate> estimate(TicketView ticket) {
    return ticket.status() == TicketStatus.WAITING
        ? estimates.findForSomebodyWith(ticket.ahead(), ticket.office())
        : Optional.empty();
  }
}
