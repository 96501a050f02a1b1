package de.lokalwillkommen.kiosk.api;

import de.lokalwillkommen.core.booking.BookingCode;
import de.lokalwillkommen.core.booking.Contact;
import de.lokalwillkommen.core.kernel.RequestKey;
import de.lokalwillkommen.core.waitlist.PartOfDay;
import de.lokalwillkommen.core.waitlist.UsingWaitlist;
import de.lokalwillkommen.core.waitlist.UsingWaitlist.Joined;
import de.lokalwillkommen.core.waitlist.WaitlistWish;
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
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Places on the waitlist, identified by their code. */
@Path("waitlist")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class WaitlistResource {

  @Inject private UsingWaitlist waitlist;
  @Inject private CodeLimit limit;
  @Inject private OutsideLimit outside;
  @Inject private DeviceGate gate;
  @Inject private RequestTerms terms;
  @Inject private ServletContext servlet;

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response join(
      @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
      @HeaderParam("Idempotency-Key") String key,
      String body) {
    WaitlistWish wish = wish(terms.key(key), JsonBody.read(body));
    Joined joined = outside.join(wish, gate.channelOf(authorization));
    limit.remember(joined.entry().code());
    String json = json().json(joined.entry());
    return joined.isNew()
        ? Response.created(URI.create(json().addressOf(joined.entry()))).entity(json).build()
        : Response.ok(json).build();
  }

  private WaitlistWish wish(RequestKey key, JsonBody body) {
    Optional<BookingCode> instead =
        body.findText("appointment", RequestTerms.CODE).map(limit::admit);
    return new WaitlistWish(
        body.text("topic", RequestTerms.WORD),
        terms.language(body.text("language", RequestTerms.WORD)),
        officesIn(body),
        body.day("from"),
        body.day("to"),
        body.findOneOf(PartOfDay.class, "partOfDay").orElse(PartOfDay.ANY),
        instead,
        body.findText("contact", RequestTerms.CONTACT).map(Contact::new),
        Optional.of(key));
  }

  private static Set<String> officesIn(JsonBody body) {
    Set<String> offices = new LinkedHashSet<>(body.texts("offices", RequestTerms.WORD));
    body.findText("office", RequestTerms.WORD).ifPresent(offices::add);
    return offices;
  }

  @GET
  @Path("{code}")
  public String look(@PathParam("code") String code) {
    return json().json(waitlist.look(limit.admit(code)));
  }

  @DELETE
  @Path("{code}")
  public void leave(@PathParam("code") String code) {
    waitlist.leave(limit.admit(code));
  }

  private BookingJson json() {
    return new BookingJson(servlet.getContextPath());
  }
}
