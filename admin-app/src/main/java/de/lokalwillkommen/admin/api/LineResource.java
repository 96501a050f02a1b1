package de.lokalwillkommen.admin.api;

import de.lokalwillkommen.admin.live.LineVersion;
import de.lokalwillkommen.admin.page.LineInWords;
import de.lokalwillkommen.core.booking.AppointmentLists;
import de.lokalwillkommen.core.calling.LineView;
import de.lokalwillkommen.core.calling.Lines;
import de.lokalwillkommen.core.ticketing.TicketView;
import de.lokalwillkommen.web.rest.Jsons;
import de.lokalwillkommen.web.text.Language;
import de.lokalwillkommen.web.text.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.servlet.ServletContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.ZoneId;
import java.util.List;

/** The line of an office and the visitors expected soon, for its staff. */
@Path("offices/{office}/line")
@RequestScoped
public class LineResource {

  @Inject private Lines lines;
  @Inject private AppointmentLists appointments;
  @Inject private LineVersion versions;
  @Inject private Texts texts;
  @Inject private OwnOffice offices;
  @Inject private LineInWords inWords;
  @Inject private ServletContext servlet;

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public String get(
      @PathParam("office") String office,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String languages) {
    ZoneId zone = offices.get(office).zone();
    long version = versions.of(office);
    LineView line = lines.get(office);
    Language reader = texts.negotiate(languages);
    JsonArrayBuilder rows = Jsons.array();
    for (LineView.Row row : line.rows()) {
      rows.add(
          StaffTicketJson.of(row.ticket())
              .add("key", row.key().toString())
              .add("waited", row.waited().toString())
              .add("reason", inWords.why(row.whys(), zone, reader)));
    }
    return Jsons.object()
        .add("version", version)
        .add("office", office)
        .add("now", line.now().toString())
        .add("count", line.waiting())
        .add("waiting", rows)
        .add("atCounters", list(line.atCounters()))
        .add("parked", list(line.parked()))
        .add("missed", list(line.missed()))
        .add(
            "due",
            new StaffAppointmentJson(servlet.getContextPath()).list(appointments.listDue(office)))
        .build()
        .toString();
  }

  private static JsonArrayBuilder list(List<TicketView> tickets) {
    JsonArrayBuilder list = Jsons.array();
    tickets.stream().map(StaffTicketJson::of).forEach(list::add);
    return list;
  }
}
