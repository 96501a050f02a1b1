package de.lokalwillkommen.kiosk.api;

import de.lokalwillkommen.core.ticketing.FollowingTickets;
import de.lokalwillkommen.core.ticketing.TicketView;
import de.lokalwillkommen.kiosk.gate.VisitorLimit;
import de.lokalwillkommen.web.rest.JsonBody;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Shows and changes a visitor's own ticket, identified by its token. */
@Path("tickets/{token}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class TicketsResource {

  private static final int LONGEST_TOPIC = 40;

  @Inject private FollowingTickets following;
  @Inject private TicketJson ticketJson;
  @Inject private ServletContext servlet;
  @Inject private VisitorLimit limit;

  @GET
  public String look(@PathParam("token") String token) {
    limit.admit(token);
    return json(following.look(token), token);
  }

  @DELETE
  public void leave(@PathParam("token") String token) {
    limit.admit(token);
    following.leave(token);
  }

  @POST
  @Path("later")
  @Consumes(MediaType.APPLICATION_JSON)
  public String later(@PathParam("token") String token, String body) {
    limit.admit(token);
    return json(following.comeLater(token, JsonBody.read(body).number("minutes")), token);
  }

  @POST
  @Path("coming")
  public String coming(@PathParam("token") String token) {
    limit.admit(token);
    return json(following.answerCall(token), token);
  }

  @POST
  @Path("back")
  public String back(@PathParam("token") String token) {
    limit.admit(token);
    return json(following.comeBack(token), token);
  }

  @POST
  @Path("stay")
  public String stay(@PathParam("token") String token) {
    limit.admit(token);
    return json(following.stay(token), token);
  }

  @PUT
  @Path("topic")
  @Consumes(MediaType.APPLICATION_JSON)
  public String topic(@PathParam("token") String token, String body) {
    limit.admit(token);
    return json(
        following.correctTopic(token, JsonBody.read(body).text("topic", LONGEST_TOPIC)), token);
  }

  private String json(TicketView ticket, String token) {
    return ticketJson.withLinks(ticket, token, servlet.getContextPath()).build().toString();
  }
}
