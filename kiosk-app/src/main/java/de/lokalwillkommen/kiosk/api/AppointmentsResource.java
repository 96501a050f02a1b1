package de.lokalwillkommen.kiosk.api;

import de.lokalwillkommen.core.booking.BookingAppointments;
import de.lokalwillkommen.core.booking.BookingAppointments.Booked;
import de.lokalwillkommen.core.booking.BookingWish;
import de.lokalwillkommen.core.booking.Contact;
import de.lokalwillkommen.core.kernel.RequestKey;
import de.lokalwillkommen.core.ticketing.Actor;
import de.lokalwillkommen.kiosk.gate.CodeLimit;
import de.lokalwillkommen.kiosk.gate.DeviceGate;
import de.lokalwillkommen.kiosk.gate.OutsideLimit;
import de.lokalwillkommen.web.rest.JsonBody;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;

/** Holds slots; shows and changes a visitor's own appointment, identified by its code. */
@Path("appointments")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class AppointmentsResource {

  @Inject private BookingAppointments booking;
  @Inject private DeviceGate gate;
  @Inject private CodeLimit limit;
  @Inject private OutsideLimit outside;
  @Inject private RequestTerms terms;
  @Inject private ServletContext servlet;

  @HeaderParam(HttpHeaders.AUTHORIZATION)
  private String authorization;

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response hold(@HeaderParam("Idempotency-Key") String key, String body) {
    BookingWish wish = wish(key, JsonBody.read(body));
    Booked booked = outside.hold(wish);
    limit.remember(booked.appointment().code());
    String json = json().json(booked.appointment());
    return booked.isNew()
        ? Response.created(URI.create(json().addressOf(booked.appointment()))).entity(json).build()
        : Response.ok(json).build();
  }

  private BookingWish wish(String key, JsonBody body) {
    return new BookingWish(
        terms.slot(body.text("slot", RequestTerms.WORD + RequestTerms.WORD)),
        body.text("topic", RequestTerms.WORD),
        terms.language(body.text("language", RequestTerms.WORD)),
        gate.channelOf(authorization),
        contactIn(body),
        Optional.of(terms.key(key)),
        body.findText("flow", RequestKey.MAX_LENGTH).map(RequestKey::new));
  }

  @PUT
  @Path("{code}/confirmation")
  @Consumes(MediaType.APPLICATION_JSON)
  public String confirm(@PathParam("code") String code, String body) {
    return json().json(booking.confirm(limit.admit(code), contactIn(JsonBody.read(body))));
  }

  @GET
  @Path("{code}")
  public String look(@PathParam("code") String code) {
    return json().json(booking.look(limit.admit(code)));
  }

  @DELETE
  @Path("{code}")
  public void cancel(@PathParam("code") String code) {
    booking.cancel(limit.admit(code), Actor.VISITOR);
  }

  @PUT
  @Path("{code}/slot")
  @Consumes(MediaType.APPLICATION_JSON)
  public String move(@PathParam("code") String code, String body) {
    String slot = JsonBody.read(body).text("slot", RequestTerms.WORD + RequestTerms.WORD);
    return json()
        .json(booking.move(limit.admit(code), terms.slot(slot), gate.channelOf(authorization)));
  }

  private static Optional<Contact> contactIn(JsonBody body) {
    return body.findText("contact", RequestTerms.CONTACT).map(Contact::new);
  }

  private BookingJson json() {
    return new BookingJson(servlet.getContextPath());
  }
}
