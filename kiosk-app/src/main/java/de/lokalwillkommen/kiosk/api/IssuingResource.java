package de.lokalwillkommen.kiosk.api;

import de.lokalwillkommen.core.board.OfficeOverviews;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.kernel.Refused;
import de.lokalwillkommen.core.ticketing.FollowingTickets;
import de.lokalwillkommen.core.ticketing.IssuingTickets;
import de.lokalwillkommen.core.ticketing.IssuingTickets.Issued;
import de.lokalwillkommen.core.ticketing.TicketRequest;
import de.lokalwillkommen.kiosk.gate.DeviceGate;
import de.lokalwillkommen.kiosk.gate.TicketLimit;
import de.lokalwillkommen.web.rest.JsonBody;
import de.lokalwillkommen.web.rest.Jsons;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.servlet.ServletContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;

/**
 * Issues walk-in tickets. One instance serves all requests: it gets the most of them, and creating
 * instances costs time.
 */
@Path("offices/{office}/tickets")
@ApplicationScoped
public class IssuingResource {

  private static final int AUDIENCE = 20;

  @Inject private IssuingTickets issuing;
  @Inject private FollowingTickets following;
  @Inject private OfficeOverviews overviews;
  @Inject private DeviceGate gate;
  @Inject private RequestTerms terms;
  @Inject private TicketJson ticketJson;
  @Inject private ServletContext servlet;

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  public Response issue(
      @PathParam("office") String office,
      @HeaderParam(HttpHeaders.AUTHORIZATION) String device,
      @HeaderParam("Idempotency-Key") String key,
      String body) {
    TicketLimit limit = gate.admit(office, device);
    Issued issued = issue(office, request(key, JsonBody.read(body)), limit);
    String token = following.tokenFor(issued.ticket().id());
    String json =
        ticketJson.withLinks(issued.ticket(), token, servlet.getContextPath()).build().toString();
    return issued.isNew()
        ? Response.created(URI.create(servlet.getContextPath() + "/api/v1/tickets/" + token))
            .entity(json)
            .build()
        : Response.ok(json).build();
  }

  private TicketRequest request(String key, JsonBody body) {
    return new TicketRequest(
        body.text("topic", RequestTerms.WORD),
        terms.language(body.text("language", RequestTerms.WORD)),
        body.findText("audience", AUDIENCE),
        Optional.of(terms.key(key)));
  }

  private Issued issue(String office, TicketRequest request, TicketLimit limit) {
    try {
      return limit.issue(issuing, office, request);
    } catch (Refused refused) {
      if (refused.refusal().kind() == Kind.CONFLICT) {
        throw refused.refusal().with("alternatives", alternativesTo(office)).asException();
      }
      throw refused;
    }
  }

  private JsonArray alternativesTo(String office) {
    JsonArrayBuilder others = Jsons.array();
    overviews.listElsewhere(office).stream().map(OfficesResource::json).forEach(others::add);
    return others.build();
  }
}
