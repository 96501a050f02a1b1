package de.lokalwillkommen.admin.api;

import de.lokalwillkommen.admin.page.StaffCodeLimit;
import de.lokalwillkommen.admin.security.CurrentUser;
import de.lokalwillkommen.core.booking.AppointmentLists;
import de.lokalwillkommen.core.booking.AppointmentView;
import de.lokalwillkommen.core.booking.BookingByStaff;
import de.lokalwillkommen.core.booking.BookingCode;
import de.lokalwillkommen.core.booking.CheckingIn.CheckedIn;
import de.lokalwillkommen.core.booking.Contact;
import de.lokalwillkommen.core.booking.Slot;
import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.offices.OfficeProfile;
import de.lokalwillkommen.web.request.QueryParameter;
import de.lokalwillkommen.web.rest.JsonBody;
import de.lokalwillkommen.web.rest.Jsons;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;

/** The appointments of an office, for its staff. */
@Path("offices/{office}/appointments")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class StaffAppointmentsResource {

  @Inject private AppointmentLists appointments;
  @Inject private BookingByStaff booking;
  @Inject private OwnOffice offices;
  @Inject private StaffTerms terms;
  @Inject private CurrentUser me;
  @Inject private StaffCodeLimit limit;
  @Inject private Clock clock;
  @Inject private ServletContext servlet;

  @PathParam("office")
  private String office;

  @GET
  public String list(@QueryParam("day") String day) {
    OfficeProfile here = offices.get(office);
    LocalDate on =
        new QueryParameter("day", day)
            .day()
            .orElseGet(() -> clock.instant().atZone(here.zone()).toLocalDate());
    return Jsons.object()
        .add("office", office)
        .add("day", on.toString())
        .add("appointments", json().list(appointments.listOn(office, on)))
        .build()
        .toString();
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response book(String text) {
    offices.get(office);
    JsonBody body = JsonBody.read(text);
    AppointmentView booked =
        booking.book(
            me.get(),
            ownSlot(body),
            body.text("topic", StaffTerms.WORD),
            terms.language(body.text("language", StaffTerms.WORD)),
            body.findText("contact", StaffTerms.CONTACT).map(Contact::new));
    return Response.created(URI.create(json().addressOf(booked)))
        .entity(json().of(booked).build().toString())
        .build();
  }

  @GET
  @Path("{code}")
  public String get(@PathParam("code") String code) {
    offices.get(office);
    return appointments
        .find(office, terms.code(code))
        .map(appointment -> json().of(appointment).build().toString())
        .orElseThrow(() -> Refusal.of(Kind.UNKNOWN, "appointment.unknown").asException());
  }

  @PUT
  @Path("{code}/slot")
  @Consumes(MediaType.APPLICATION_JSON)
  public String move(@PathParam("code") String code, String text) {
    BookingCode own = ownCode(code);
    Slot.Id slot = terms.slot(JsonBody.read(text).text("slot", StaffTerms.SLOT));
    return limit
        .look(own, () -> Optional.of(booking.move(me.get(), own, slot)))
        .map(moved -> json().of(moved).build().toString())
        .orElseThrow();
  }

  @DELETE
  @Path("{code}")
  public void cancel(@PathParam("code") String code) {
    booking.cancel(me.get(), ownCode(code));
  }

  @POST
  @Path("{code}/check-in")
  @Consumes({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
  public Response checkIn(@PathParam("code") String code) {
    CheckedIn checkedIn = booking.checkIn(me.get(), ownCode(code));
    return Response.status(checkedIn.isNew() ? Response.Status.CREATED : Response.Status.OK)
        .entity(StaffTicketJson.of(checkedIn.ticket()).build().toString())
        .build();
  }

  private BookingCode ownCode(String code) {
    offices.get(office);
    return terms.code(code);
  }

  /**
   * Refuses a slot of another office than the one in the address, even if the caller may book
   * there.
   */
  private Slot.Id ownSlot(JsonBody body) {
    Slot.Id slot = terms.slot(body.text("slot", StaffTerms.SLOT));
    if (!slot.office().equals(office)) {
      throw Refusal.of(Kind.INVALID, "slot.unknown").with("field", "slot").asException();
    }
    return slot;
  }

  private StaffAppointmentJson json() {
    return new StaffAppointmentJson(servlet.getContextPath());
  }
}
