package de.lokalwillkommen.kiosk.api;

import de.lokalwillkommen.core.booking.Channel;
import de.lokalwillkommen.core.booking.FindingSlots;
import de.lokalwillkommen.core.booking.SlotQuery;
import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.offices.OfficeDirectory;
import de.lokalwillkommen.core.offices.OfficeProfile;
import de.lokalwillkommen.core.offices.OfficeProfile.TopicProfile;
import de.lokalwillkommen.kiosk.gate.DeviceGate;
import de.lokalwillkommen.kiosk.gate.OutsideLimit;
import de.lokalwillkommen.web.request.QueryParameter;
import de.lokalwillkommen.web.rest.Jsons;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Finds free slots. */
@Path("slots")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class SlotsResource {

  private static final String ANY = "any";
  private static final int USUAL = 20;
  private static final int MOST = 100;

  @Inject private FindingSlots finding;
  @Inject private OfficeDirectory offices;
  @Inject private DeviceGate gate;
  @Inject private OutsideLimit outsideLimit;
  @Inject private RequestTerms terms;

  @QueryParam("office")
  private String office;

  @QueryParam("topic")
  private String topic;

  @QueryParam("language")
  private String language;

  @QueryParam("from")
  private String from;

  @QueryParam("to")
  private String to;

  @QueryParam("limit")
  private String limit;

  @GET
  public String list(@HeaderParam(HttpHeaders.AUTHORIZATION) String authorization) {
    Channel channel = gate.channelOf(authorization);
    boolean anywhere = office == null || office.isBlank() || office.equals(ANY);
    outsideLimit.admitSearches(channel, anywhere ? 0 : 1, anywhere ? 1 : 0);
    Optional<OfficeProfile> where = anywhere ? Optional.empty() : Optional.of(offices.get(office));
    if (!isBookable(where)) {
      throw unfit("topic.unknown", "topic");
    }
    ZoneId zone = where.orElseGet(() -> offices.list().get(0)).zone();
    Optional<Instant> first = new QueryParameter("from", from).asBeginning(zone);
    Optional<Instant> last = new QueryParameter("to", to).asEnd(zone);
    if (first.isPresent() && last.filter(l -> l.isBefore(first.get())).isPresent()) {
      throw unfit("waitlist.days", "to");
    }
    SlotQuery query =
        new SlotQuery(
            where.map(OfficeProfile::id),
            topic,
            terms.language(language),
            channel,
            first,
            last,
            new QueryParameter("limit", limit).limit(USUAL, MOST));
    JsonArrayBuilder slots = Jsons.array();
    finding.list(query).forEach(slot -> slots.add(Jsons.slot(slot)));
    return Jsons.object().add("slots", slots).build().toString();
  }

  private boolean isBookable(Optional<OfficeProfile> where) {
    return topic != null
        && where.map(List::of).orElseGet(offices::list).stream()
            .flatMap(o -> o.findTopic(topic).stream())
            .anyMatch(TopicProfile::bookable);
  }

  private static RuntimeException unfit(String key, String field) {
    return Refusal.of(Kind.INVALID, key).with("field", field).asException();
  }
}
