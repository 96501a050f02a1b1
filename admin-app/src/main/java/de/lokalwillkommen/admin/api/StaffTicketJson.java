package de.lokalwillkommen.admin.api;

import de.lokalwillkommen.core.ticketing.TicketView;
import de.lokalwillkommen.web.rest.Jsons;
import jakarta.json.JsonObjectBuilder;
import java.util.Optional;

/** A ticket as staff may see it: with its identifier, without the visitor's token. */
final class StaffTicketJson {

  private StaffTicketJson() {}

  static JsonObjectBuilder of(TicketView ticket) {
    return Jsons.ticket(ticket, Optional.empty())
        .add("id", ticket.id())
        .add("persons", ticket.persons())
        .add("recalls", ticket.recalls())
        .add("step", ticket.step())
        .add("handedOn", ticket.handedOn())
        .add("undoableUntil", Jsons.orNull(ticket.undoableUntil()));
  }
}
