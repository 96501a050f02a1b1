package de.lokalwillkommen.admin.api;

import de.lokalwillkommen.admin.security.CurrentUser;
import de.lokalwillkommen.core.arranging.ArrangingTogether;
import de.lokalwillkommen.core.arranging.ArrangingTopics;
import de.lokalwillkommen.core.arranging.TopicPlan;
import de.lokalwillkommen.core.arranging.TopicSettings;
import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.offices.TopicData;
import de.lokalwillkommen.core.texts.TopicName;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** The catalogue of topics, for programs; people use the page. */
@Path("topics")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class TopicsResource {

  /** A new topic, unless its caller says otherwise. */
  private static final TopicData USUAL = new TopicData("info", "ANY", 30, true, true);

  private static final int TEXT = 400;

  @Inject private TopicPlan plan;
  @Inject private ArrangingTopics arranging;
  @Inject private ArrangingTogether together;
  @Inject private SeenState seen;
  @Inject private CurrentUser me;
  @Inject private ServletContext servlet;

  @GET
  public String list() {
    JsonArrayBuilder list = Jsons.array();
    plan.list().forEach(topic -> list.add(json(topic)));
    return list.build().toString();
  }

  @GET
  @Path("{topic}")
  public Response get(@PathParam("topic") String topic) {
    return answer(Response.ok(), topic(topic));
  }

  @PATCH
  @Path("{topic}")
  @Consumes({OfficesResource.PATCH_TYPE, MediaType.APPLICATION_JSON})
  public Response change(@PathParam("topic") String id, String text) {
    TopicSettings topic = topic(id);
    seen.require(SeenState.tagOf(topic.version()));
    JsonBody body = JsonBody.read(text);
    Optional<TopicData> data =
        Optional.of(data(topic.data(), body)).filter(d -> !d.equals(topic.data()));
    Optional<Boolean> retired =
        Optional.of(body.names("retired") ? body.flag("retired") : topic.retired())
            .filter(wanted -> wanted != topic.retired());
    ArrangedOffices.tellingImpacts(
        () ->
            together.changeTopic(
                me.get(), id, topic.version(), data, retired, body.texts("accept", TEXT)));
    return answer(Response.ok(), topic(id));
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response add(String text) {
    JsonBody body = JsonBody.read(text);
    List<TopicName> names =
        body.objects("names").stream()
            .map(
                name ->
                    new TopicName(
                        name.text("language", StaffTerms.WORD),
                        name.text("name", TEXT),
                        name.findText("description", TEXT).orElse("")))
            .toList();
    String id = arranging.add(me.get(), data(USUAL, body), names);
    URI address = URI.create(servlet.getContextPath() + "/api/v1/topics/" + id);
    return answer(Response.created(address), topic(id));
  }

  private static TopicData data(TopicData before, JsonBody body) {
    return new TopicData(
        body.names("pictogram") ? body.text("pictogram", StaffTerms.WORD) : before.pictogram(),
        body.names("audience") ? body.text("audience", StaffTerms.WORD) : before.audience(),
        body.names("usualMinutes") ? body.number("usualMinutes") : before.usualMinutes(),
        body.names("walkIn") ? body.flag("walkIn") : before.walkIn(),
        body.names("bookable") ? body.flag("bookable") : before.bookable());
  }

  private TopicSettings topic(String id) {
    return plan.list().stream()
        .filter(topic -> topic.id().equals(id))
        .findFirst()
        .orElseThrow(() -> Refusal.of(Kind.UNKNOWN, "topic.unknown").asException());
  }

  private static Response answer(Response.ResponseBuilder status, TopicSettings topic) {
    return status
        .entity(json(topic).build().toString())
        .tag(SeenState.tagOf(topic.version()))
        .build();
  }

  private static JsonObjectBuilder json(TopicSettings topic) {
    TopicData data = topic.data();
    return Jsons.object()
        .add("id", topic.id())
        .add("pictogram", data.pictogram())
        .add("audience", data.audience())
        .add("usualMinutes", data.usualMinutes())
        .add("walkIn", data.walkIn())
        .add("bookable", data.bookable())
        .add("retired", topic.retired())
        .add("offices", OfficeJson.texts(topic.offices()));
  }
}
