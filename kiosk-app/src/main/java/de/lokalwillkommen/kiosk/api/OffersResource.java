package de.lokalwillkommen.kiosk.api;

import de.lokalwillkommen.core.waitlist.KeepingWaitlist;
import de.lokalwillkommen.kiosk.gate.VisitorLimit;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/**
 * Freed slots that are offered to visitors on the waitlist, identified by the token of the offer.
 */
@Path("waitlist/offers/{token}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class OffersResource {

  @Inject private KeepingWaitlist waitlist;
  @Inject private VisitorLimit limit;
  @Inject private ServletContext servlet;

  @GET
  public String look(@PathParam("token") String token) {
    limit.admit(token);
    return json().json(waitlist.lookAtOffer(token));
  }

  @POST
  @Path("claim")
  public String claim(@PathParam("token") String token) {
    limit.admit(token);
    return json().json(waitlist.claim(token));
  }

  @DELETE
  public void decline(@PathParam("token") String token) {
    limit.admit(token);
    waitlist.decline(token);
  }

  private BookingJson json() {
    return new BookingJson(servlet.getContextPath());
  }
}
