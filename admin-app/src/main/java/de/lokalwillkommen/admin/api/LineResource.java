package de.lokalwillkommen.admin.api;

import de.lokalwillkommen.admin.LineInWords;
import de.lokalwillkommen.admin.security.Me;
import de.lokalwillkommen.core.calling.LineView;
import de.lokalwillkommen.core.calling.Lines;
import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.offices.OfficeDirectory;
import de.lokalwillkommen.core.ticketing.TicketView;
import de.lokalwillkommen.web.rest.Jsons;
import de.lokalwillkommen.web.text.Language;
import de.lokalwillkommen.web.text.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.ZoneId;
import java.util.List;

/** The line of an office, for those who work there. */
@Path("offices/{office}/line")
@RequestScoped
public class LineResource {

  @Inject private Lines lines;
  @Inject private Me me;
  @Inject private Texts texts;
  @Inject private OfficeDirectory offices;
  @Inject private LineInWords inWords;

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public String get(
      @PathParam("office") String office,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String languages) {
    if (!me.get().worksIn(office)) {
      throw Refusal.of(Kind.UNKNOWN, "office.unknown").asException();
    }
    LineView line = lines.get(office);
    ZoneId zone = offices.get(office).zone();
    Language reader = texts.negotiate(languages);
    JsonArrayBuilder rows = Jsons.array();
    for (LineView.Row row : line.rows()) {
      rows.add(
          StaffTicketJson.of(row.ticket())
              .add("key", row.key().toString())
              .add("waited", row.waited().toString())
              .add("reason", inWords.why(row.why(), zone, reader)));
    }
    return Jsons.object()
        .add("version", line.version())
        .add("office", office)
        .add("now", line.now().toString())
        .add("count", line.waiting())
        .add("waiting", rows)
        .add("atCounters", list(line.atCounters()))
        .add("parked", list(line.parked()))
        .add("missed", list(line.missed()))
        .build()
        .toString();
  }

  private static JsonArrayBuilder list(List<TicketView> tickets) {
    JsonArrayBuilder list = Jsons.array();
    tickets.stream().map(StaffTicketJson::of).forEach(list::add);
    return list;
  }
}
