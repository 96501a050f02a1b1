package de.lokalwillkommen.kiosk.api;

import de.lokalwillkommen.core.booking.BookingCode;
import de.lokalwillkommen.core.booking.CheckingIn;
import de.lokalwillkommen.core.booking.CheckingIn.CheckedIn;
import de.lokalwillkommen.core.ticketing.FollowingTickets;
import de.lokalwillkommen.kiosk.gate.CodeLimit;
import de.lokalwillkommen.kiosk.gate.DeviceGate;
import de.lokalwillkommen.web.rest.JsonBody;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
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

/** Turns an appointment into a ticket when its visitor is there. */
@Path("offices/{office}/check-ins")
@RequestScoped
public class CheckInResource {

  @Inject private CheckingIn checkingIn;
  @Inject private FollowingTickets following;
  @Inject private DeviceGate gate;
  @Inject private TicketJson ticketJson;
  @Inject private ServletContext servlet;

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  public Response checkIn(
      @PathParam("office") String office,
      @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
      String body) {
    gate.admitCheckIn(office, authorization);
    JsonBody asked = JsonBody.read(body);
    BookingCode code = CodeLimit.code(asked.text("code", RequestTerms.CODE));
    CheckedIn checkedIn = checkingIn.checkIn(office, code, asked.flag("late"));
    String token = following.tokenFor(checkedIn.ticket().id());
    String context = servlet.getContextPath();
    String json = ticketJson.withLinks(checkedIn.ticket(), token, context).build().toString();
    return checkedIn.isNew()
        ? Response.created(URI.create(context + "/api/v1/tickets/" + token)).entity(json).build()
        : Response.ok(json).build();
  }
}
