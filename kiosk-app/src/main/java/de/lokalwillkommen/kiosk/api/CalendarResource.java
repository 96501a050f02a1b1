package de.lokalwillkommen.kiosk.api;

import de.lokalwillkommen.core.booking.AppointmentStatus;
import de.lokalwillkommen.core.booking.AppointmentView;
import de.lokalwillkommen.core.booking.BookingAppointments;
import de.lokalwillkommen.core.booking.BookingCode;
import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.kiosk.gate.CodeLimit;
import de.lokalwillkommen.web.calendar.CalendarFile;
import de.lokalwillkommen.web.calendar.CalendarFiles;
import de.lokalwillkommen.web.page.PublicAddress;
import de.lokalwillkommen.web.page.VisitorPage;
import de.lokalwillkommen.web.text.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** An appointment for its visitor's own calendar. */
@Path("appointments/{code}/calendar")
@RequestScoped
public class CalendarResource {

  private static final String ATTACHMENT = "attachment; filename=\"" + CalendarFile.NAME + "\"";

  @Inject private BookingAppointments appointments;
  @Inject private CalendarFiles files;
  @Inject private PublicAddress publicAddress;
  @Inject private Texts texts;
  @Inject private CodeLimit limit;
  @Inject private HttpServletRequest request;

  @GET
  @Produces(CalendarFile.MEDIA_TYPE)
  public Response file(@PathParam("code") String typed) {
    BookingCode code = limit.admit(typed);
    AppointmentView appointment = appointments.look(code);
    if (isUnconfirmed(appointment.status())) {
      throw Refusal.of(Kind.CONFLICT, "appointment.notNow")
          .with("state", appointment.status().name())
          .asException();
    }
    URI page =
        URI.create(
            publicAddress.of(
                request, VisitorPage.appointment(code.toString()).under(request.getContextPath())));
    CalendarFile file = files.write(appointment, texts.language(appointment.language()), page);
    return Response.ok(file.bytes()).header(HttpHeaders.CONTENT_DISPOSITION, ATTACHMENT).build();
  }

  private static boolean isUnconfirmed(AppointmentStatus status) {
    return status == AppointmentStatus.HELD || status == AppointmentStatus.LAPSED;
  }
}
