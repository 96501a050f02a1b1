package de.lokalwillkommen.admin.api;

import de.lokalwillkommen.admin.security.CurrentUser;
import de.lokalwillkommen.core.calling.CallingTickets;
import de.lokalwillkommen.core.staff.TakingShifts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Calls the next visitor to a counter. */
@Path("counters/{counter}")
@RequestScoped
public class CountersResource {

  @Inject private CallingTickets calling;
  @Inject private TakingShifts shifts;
  @Inject private CurrentUser me;

  @POST
  @Path("next")
  @Produces(MediaType.APPLICATION_JSON)
  public Response next(@PathParam("counter") long counter) {
    shifts.makeAvailable(me.get().counsellor());
    return calling
        .next(me.get(), counter)
        .map(ticket -> Response.ok(StaffTicketJson.of(ticket).build().toString()))
        .orElseGet(Response::noContent)
        .build();
  }
}
