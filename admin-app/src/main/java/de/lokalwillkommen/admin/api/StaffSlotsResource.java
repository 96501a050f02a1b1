package de.lokalwillkommen.admin.api;

import de.lokalwillkommen.admin.security.CurrentUser;
import de.lokalwillkommen.core.booking.BookingByStaff;
import de.lokalwillkommen.core.booking.Channel;
import de.lokalwillkommen.core.booking.SlotQuery;
import de.lokalwillkommen.core.kernel.BusinessDay;
import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.web.request.QueryParameter;
import de.lokalwillkommen.web.rest.Jsons;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.ZoneId;
import java.util.Optional;

/** Finds the free slots of an office that its staff may book. */
@Path("offices/{office}/slots")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class StaffSlotsResource {

  private static final int USUAL = 20;

  @Inject private BookingByStaff booking;
  @Inject private OwnOffice offices;
  @Inject private StaffTerms terms;
  @Inject private CurrentUser me;

  @QueryParam("from")
  private String from;

  @QueryParam("to")
  private String to;

  @QueryParam("limit")
  private String limit;

  @GET
  public String list(
      @PathParam("office") String office,
      @QueryParam("topic") String topic,
      @QueryParam("language") String language) {
    ZoneId zone = offices.get(office).zone();
    SlotQuery query =
        new SlotQuery(
            Optional.of(office),
            Optional.ofNullable(topic).orElseThrow(StaffSlotsResource::noTopic),
            terms.language(language),
            Channel.STAFF,
            new QueryParameter("from", from).day().map(day -> new BusinessDay(day, zone).begin()),
            new QueryParameter("to", to).day().map(day -> new BusinessDay(day, zone).end()),
            new QueryParameter("limit", limit).limit(USUAL, SlotQuery.MOST));
    JsonArrayBuilder slots = Jsons.array();
    booking.listSlots(me.get(), query).forEach(slot -> slots.add(Jsons.slot(slot)));
    return Jsons.object().add("slots", slots).build().toString();
  }

  private static RuntimeException noTopic() {
    return Refusal.of(Kind.INVALID, "topic.unknown").with("field", "topic").asException();
  }
}
