package de.lokalwillkommen.admin.api;

import de.lokalwillkommen.admin.security.CurrentUser;
import de.lokalwillkommen.core.arranging.ArrangingTogether;
import de.lokalwillkommen.core.arranging.OfficeChanges;
import de.lokalwillkommen.core.arranging.OfficePlan;
import de.lokalwillkommen.core.arranging.OfficeSettings;
import de.lokalwillkommen.core.calling.CallingTickets;
import de.lokalwillkommen.core.offices.CounterEntry;
import de.lokalwillkommen.core.offices.CounterSign;
import de.lokalwillkommen.core.offices.OfficeProfile.CounterProfile;
import de.lokalwillkommen.web.rest.JsonBody;
import de.lokalwillkommen.web.rest.Jsons;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.ServletContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The counters of the offices, and the next visitor for one of them. */
@Path("counters")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class CountersResource {

  private static final int TEXT = 400;

  @Inject private CallingTickets calling;
  @Inject private OfficePlan plan;
  @Inject private ArrangedOffices arranged;
  @Inject private ArrangingTogether together;
  @Inject private SeenState seen;
  @Inject private CurrentUser me;
  @Inject private ServletContext servlet;

  @POST
  @Path("{counter}/next")
  public Response next(@PathParam("counter") long counter) {
    return calling
        .next(me.get(), counter)
        .map(ticket -> Response.ok(StaffTicketJson.of(ticket).build().toString()))
        .orElseGet(Response::noContent)
        .build();
  }

  @GET
  public String list(@QueryParam("office") String office) {
    List<OfficeSettings> offices =
        Optional.ofNullable(office)
            .map(id -> List.of(arranged.get(id)))
            .orElseGet(() -> plan.list(me.get()));
    JsonArrayBuilder list = Jsons.array();
    offices.forEach(o -> o.counters().forEach(counter -> list.add(json(o, counter))));
    return list.build().toString();
  }

  @GET
  @Path("{counter}")
  public Response get(@PathParam("counter") long counter) {
    OfficeSettings office = arranged.withCounter(counter);
    return answer(Response.ok(), office, find(office, counter));
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response add(String text) {
    JsonBody body = JsonBody.read(text);
    OfficeSettings office = arranged.get(body.text("office", StaffTerms.WORD));
    CounterSign sign =
        new CounterSign(body.text("label", StaffTerms.WORD), body.text("name", TEXT));
    Set<Long> known =
        office.counters().stream().map(CounterProfile::id).collect(Collectors.toSet());
    List<CounterEntry> entries = entries(office);
    entries.add(CounterEntry.of(sign));
    arrange(office, entries, Set.of());
    OfficeSettings after = plan.get(office.id());
    CounterProfile added =
        after.counters().stream().filter(c -> !known.contains(c.id())).findFirst().orElseThrow();
    URI address = URI.create(servlet.getContextPath() + "/api/v1/counters/" + added.id());
    return answer(Response.created(address), after, added);
  }

  @PATCH
  @Path("{counter}")
  @Consumes({OfficesResource.PATCH_TYPE, MediaType.APPLICATION_JSON})
  public Response change(@PathParam("counter") long counter, String text) {
    OfficeSettings office = arranged.withCounter(counter);
    seen.require(SeenState.tagOf(office.version()));
    JsonBody body = JsonBody.read(text);
    boolean retires = body.flag("retired");
    arrange(office, changed(office, find(office, counter), body), body.texts("accept", TEXT));
    if (retires) {
      return Response.noContent().build();
    }
    OfficeSettings after = plan.get(office.id());
    return answer(Response.ok(), after, find(after, counter));
  }

  private static List<CounterEntry> changed(
      OfficeSettings office, CounterProfile counter, JsonBody body) {
    String label = body.names("label") ? body.text("label", StaffTerms.WORD) : counter.label();
    String name = body.names("name") ? body.text("name", TEXT) : counter.name();
    CounterEntry entry = new CounterEntry(Optional.of(counter.id()), new CounterSign(label, name));
    List<CounterEntry> entries = entries(office);
    int place = office.counters().indexOf(counter);
    entries.remove(place);
    if (body.flag("retired")) {
      return entries;
    }
    int wanted = body.names("position") ? body.number("position") - 1 : place;
    entries.add(Math.max(0, Math.min(entries.size(), wanted)), entry);
    return entries;
  }

  private void arrange(OfficeSettings office, List<CounterEntry> entries, Set<String> told) {
    ArrangedOffices.tellingImpacts(
        () ->
            together.changeOffice(
                me.get(), office.id(), office.version(), OfficeChanges.ofCounters(entries), told));
  }

  private static List<CounterEntry> entries(OfficeSettings office) {
    Stream<CounterEntry> entries =
        office.counters().stream()
            .map(c -> new CounterEntry(Optional.of(c.id()), new CounterSign(c.label(), c.name())));
    return entries.collect(Collectors.toCollection(ArrayList::new));
  }

  private static CounterProfile find(OfficeSettings office, long counter) {
    return office.counters().stream().filter(c -> c.id() == counter).findFirst().orElseThrow();
  }

  private static Response answer(
      Response.ResponseBuilder status, OfficeSettings office, CounterProfile counter) {
    return status
        .tag(SeenState.tagOf(office.version()))
        .entity(json(office, counter).build().toString())
        .build();
  }

  private static JsonObjectBuilder json(OfficeSettings office, CounterProfile counter) {
    return OfficeJson.of(counter)
        .add("office", office.id())
        .add("position", office.counters().indexOf(counter) + 1);
  }
}
