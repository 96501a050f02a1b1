package de.lokalwillkommen.admin.api;

import de.lokalwillkommen.admin.security.CurrentUser;
import de.lokalwillkommen.core.arranging.ArrangingTogether;
import de.lokalwillkommen.core.arranging.OfficeImpact;
import de.lokalwillkommen.core.availability.ArrangingAvailability;
import de.lokalwillkommen.core.availability.ArrangingAvailability.Closing;
import de.lokalwillkommen.core.availability.AvailabilityPlan;
import de.lokalwillkommen.core.availability.AvailabilityView.ListedClosure;
import de.lokalwillkommen.core.availability.ClosingEffect;
import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.offices.OfficeDirectory;
import de.lokalwillkommen.core.offices.OfficeProfile;
import de.lokalwillkommen.core.staff.Right;
import de.lokalwillkommen.core.timetable.ClosedDays;
import de.lokalwillkommen.web.rest.JsonBody;
import de.lokalwillkommen.web.rest.Jsons;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.ServletContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The days on which an office stays closed, for appointments and for walk-ins. */
@Path("offices/{office}/closures")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ClosuresResource {

  private static final int TEXT = 400;

  @Inject private ArrangingAvailability arranging;
  @Inject private AvailabilityPlan plan;
  @Inject private OfficeDirectory offices;
  @Inject private CurrentUser me;
  @Inject private Clock clock;
  @Inject private ServletContext servlet;

  @GET
  public String list(@PathParam("office") String office) {
    JsonArrayBuilder list = Jsons.array();
    closures(get(office)).forEach(closure -> list.add(json(closure)));
    return list.build().toString();
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response add(@PathParam("office") String id, String text) {
    OfficeProfile office = get(id);
    JsonBody body = JsonBody.read(text);
    LocalDate first = body.day("firstDay");
    ClosedDays days =
        new ClosedDays(
            first, body.findDay("lastDay").orElse(first), body.findText("reason", TEXT).orElse(""));
    Set<String> accepted = body.texts("accept", TEXT);
    Closing closing = close(id, days, ClosingEffect.Told.NOTHING);
    if (closing.untold().filter(e -> accepted.containsAll(keys(e, office))).isPresent()) {
      // is refused with all of them if others have come since
      closing = close(id, days, closing.untold().get().told());
    }
    closing
        .untold()
        .ifPresent(
            effect -> {
              throw Refusal.of(Kind.CONFLICT, "office.affects")
                  .with(ArrangingTogether.IMPACTS, impacts(effect, office))
                  .asException();
            });
    ListedClosure added = new ListedClosure(closing.closure().orElseThrow(), days);
    return Response.status(closing.isNew() ? Response.Status.CREATED : Response.Status.OK)
        .location(
            URI.create(
                servlet.getContextPath() + "/api/v1/offices/" + id + "/closures/" + added.id()))
        .entity(json(added).build().toString())
        .build();
  }

  @DELETE
  @Path("{closure}")
  public void remove(@PathParam("office") String office, @PathParam("closure") long closure) {
    arranging.reopen(me.get(), get(office).id(), closure);
  }

  private OfficeProfile get(String office) {
    if (!me.get().may(Right.ARRANGE_AVAILABILITY, office)) {
      throw Refusal.of(Kind.UNKNOWN, "office.unknown").asException();
    }
    return offices.get(office);
  }

  private List<ListedClosure> closures(OfficeProfile office) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), office.zone());
    return plan.listClosures(office.id(), today);
  }

  private Closing close(String office, ClosedDays days, ClosingEffect.Told told) {
    return arranging.close(me.get(), office, days, told);
  }

  private static List<OfficeImpact> affected(ClosingEffect effect, OfficeProfile office) {
    Map<LocalDate, Integer> booked = new TreeMap<>();
    effect
        .booked()
        .forEach(a -> booked.merge(LocalDate.ofInstant(a.start(), office.zone()), 1, Integer::sum));
    return Stream.concat(
            Stream.of(new OfficeImpact(OfficeImpact.Kind.WAITING, "", effect.waiting()))
                .filter(impact -> impact.people() > 0),
            booked.entrySet().stream()
                .map(
                    day ->
                        new OfficeImpact(
                            OfficeImpact.Kind.BOOKED, day.getKey().toString(), day.getValue())))
        .toList();
  }

  private static Set<String> keys(ClosingEffect effect, OfficeProfile office) {
    return affected(effect, office).stream().map(OfficeImpact::key).collect(Collectors.toSet());
  }

  private static JsonArray impacts(ClosingEffect effect, OfficeProfile office) {
    return OfficeJson.impacts(affected(effect, office));
  }

  private static JsonObjectBuilder json(ListedClosure closure) {
    return Jsons.object()
        .add("id", closure.id())
        .add("firstDay", closure.days().firstDay().toString())
        .add("lastDay", closure.days().lastDay().toString())
        .add("reason", closure.days().reason());
  }
}
