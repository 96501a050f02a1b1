package de.lokalwillkommen.kiosk.api;

import de.lokalwillkommen.core.board.OfficeOverview;
import de.lokalwillkommen.core.board.OfficeOverviews;
import de.lokalwillkommen.core.offices.OfficeDirectory;
import de.lokalwillkommen.core.offices.OfficeProfile.TopicProfile;
import de.lokalwillkommen.web.rest.Jsons;
import de.lokalwillkommen.web.text.Language;
import de.lokalwillkommen.web.text.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

/** The offices and their topics. */
@Path("offices")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class OfficesResource {

  @Inject private OfficeOverviews overviews;
  @Inject private OfficeDirectory offices;
  @Inject private Texts texts;

  @GET
  public String list() {
    JsonArrayBuilder list = Jsons.array();
    overviews.list().forEach(office -> list.add(json(office)));
    return list.build().toString();
  }

  @GET
  @Path("{office}/topics")
  public String topics(@PathParam("office") String office, @QueryParam("lang") String lang) {
    Language language = texts.language(lang);
    JsonArrayBuilder list = Jsons.array();
    offices.get(office).topics().forEach(topic -> list.add(json(topic, language)));
    return list.build().toString();
  }

  static JsonObjectBuilder json(OfficeOverview office) {
    return Jsons.object()
        .add("id", office.office())
        .add("name", office.name())
        .add("open", office.open())
        .add("walkIns", office.walkIns().name())
        .add("opensAt", Jsons.orNull(office.opensAt().filter(at -> !office.open())))
        .add("closesAt", Jsons.orNull(office.closesAt()))
        .add("waiting", office.waiting())
        .add("estimate", office.estimate().map(Jsons::estimate).orElse(JsonValue.NULL));
  }

  private JsonObjectBuilder json(TopicProfile topic, Language language) {
    return Jsons.object()
        .add("id", topic.id())
        .add("label", texts.get(language, "topic." + topic.id()))
        .add("description", texts.get(language, "topic." + topic.id() + ".description"))
        .add("pictogram", topic.pictogram())
        .add("walkIn", topic.walkIn())
        .add("bookable", topic.bookable())
        .add("minutes", topic.usualDuration().toMinutes());
  }
}
