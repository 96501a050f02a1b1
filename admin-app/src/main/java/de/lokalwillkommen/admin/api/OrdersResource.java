package de.lokalwillkommen.admin.api;

import de.lokalwillkommen.admin.security.CurrentUser;
import de.lokalwillkommen.core.arranging.ArrangingTogether;
import de.lokalwillkommen.core.arranging.OfficeImpact;
import de.lokalwillkommen.core.dayorders.Announcement;
import de.lokalwillkommen.core.dayorders.DayOrders;
import de.lokalwillkommen.core.dayorders.StopReason;
import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.kernel.Refused;
import de.lokalwillkommen.core.overseeing.ClosingImpact;
import de.lokalwillkommen.core.overseeing.OfficesToday;
import de.lokalwillkommen.core.overseeing.OrderingToday;
import de.lokalwillkommen.core.overseeing.OrdersSeen;
import de.lokalwillkommen.core.staff.Right;
import de.lokalwillkommen.web.rest.JsonBody;
import de.lokalwillkommen.web.rest.Jsons;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.temporal.ChronoField;
import java.util.Map;

/** What is ordered for an office today: no more numbers, another closing time, an announcement. */
@Path("offices/{office}/orders")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class OrdersResource {

  private static final int WORD = 40;
  private static final int TEXT = 400;
  private static final int END_OF_DAY = 24 * 60;

  @Inject private OrderingToday ordering;
  @Inject private OfficesToday today;
  @Inject private SeenState seen;
  @Inject private CurrentUser me;

  @GET
  public Response get(@PathParam("office") String office) {
    return answer(present(office));
  }

  @PATCH
  @Consumes({OfficesResource.PATCH_TYPE, MediaType.APPLICATION_JSON})
  public Response change(@PathParam("office") String office, String text) {
    DayOrders present = present(office);
    seen.require(tagOf(present));
    JsonBody body = JsonBody.read(text);
    ordering
        .orderAll(
            me.get(),
            office,
            new OrdersSeen(present.day(), present.version()),
            wanted(present, body),
            body.texts("accept", TEXT))
        .ifPresent(
            impact -> {
              throw affecting(impact, present);
            });
    return answer(present(office));
  }

  private DayOrders present(String office) {
    if (!me.get().may(Right.LEAD_DAY, office)) {
      throw Refusal.of(Kind.UNKNOWN, "office.unknown").asException();
    }
    return today.getOrders(me.get(), office);
  }

  /** What is not named stays, null takes it back (RFC 7396). */
  private static DayOrders wanted(DayOrders present, JsonBody body) {
    DayOrders wanted = present;
    if (body.names("stop")) {
      wanted = wanted.withStop(body.findOneOf(StopReason.class, "stop"));
    }
    if (body.names("closesAt")) {
      wanted = wanted.withClosing(body.findText("closesAt", WORD).map(any -> minute(body)));
    }
    if (body.names("announcement")) {
      wanted =
          wanted.withAnnouncement(
              body.findObject("announcement")
                  .map(sent -> new AnnouncementPatch(sent).applyTo(present.announcement())));
    }
    return wanted;
  }

  private static int minute(JsonBody body) {
    int minute = body.time("closesAt").get(ChronoField.MINUTE_OF_DAY);
    return minute == 0 ? END_OF_DAY : minute;
  }

  private static Refused affecting(ClosingImpact impact, DayOrders present) {
    JsonArrayBuilder list = Jsons.array();
    if (impact.waiting() > 0) {
      list.add(OfficeJson.impact(impact.key(), OfficeImpact.Kind.WAITING, "", impact.waiting()));
    }
    if (!impact.booked().isEmpty()) {
      list.add(
          OfficeJson.impact(
              impact.key(),
              OfficeImpact.Kind.OUTSIDE,
              present.day().toString(),
              impact.booked().size()));
    }
    JsonArray impacts = list.build();
    return Refusal.of(Kind.CONFLICT, "office.affects")
        .with(ArrangingTogether.IMPACTS, impacts)
        .asException();
  }

  private static EntityTag tagOf(DayOrders orders) {
    return SeenState.tagOf(orders.day() + " " + orders.version());
  }

  private static Response answer(DayOrders orders) {
    return Response.ok()
        .tag(tagOf(orders))
        .entity(
            Jsons.object()
                .add("day", orders.day().toString())
                .add("stop", Jsons.orNull(orders.stop()))
                .add("closesAt", Jsons.orNull(orders.closesMinute().map(OfficeJson::time)))
                .add(
                    "announcement",
                    orders
                        .announcement()
                        .<JsonValue>map(told -> json(told).build())
                        .orElse(JsonValue.NULL))
                .build()
                .toString())
        .build();
  }

  private static JsonObjectBuilder json(Announcement told) {
    JsonObjectBuilder texts = Jsons.object();
    told.texts().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(text -> texts.add(text.getKey(), text.getValue()));
    return Jsons.object()
        .add("kind", told.kind().name())
        .add("language", Jsons.orNull(told.language()))
        .add("texts", texts);
  }
}
