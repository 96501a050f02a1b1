package de.lokalwillkommen.admin.api;

import de.lokalwillkommen.admin.security.CurrentUser;
import de.lokalwillkommen.core.arranging.ArrangingTogether;
import de.lokalwillkommen.core.arranging.ArrangingTogether.Part;
import de.lokalwillkommen.core.arranging.ArrangingTopics;
import de.lokalwillkommen.core.arranging.TopicPlan;
import de.lokalwillkommen.core.arranging.TopicSettings;
import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.offices.TopicData;
import de.lokalwillkommen.core.staff.SignedIn;
import de.lokalwillkommen.web.rest.JsonBody;
import de.lokalwillkommen.web.rest.Jsons;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The catalogue of topics, for programs; people use the page. */
@Path("topics")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class TopicsResource {

  private static final int TEXT = 400;

  @Inject private TopicPlan plan;
  @Inject private ArrangingTogether together;
  @Inject private SeenState seen;
  @Inject private CurrentUser me;

  @GET
  public String list() {
    JsonArrayBuilder list = Jsons.array();
    plan.list().forEach(topic -> list.add(json(topic)));
    return list.build().toString();
  }

  @GET
  @Path("{topic}")
  public Response get(@PathParam("topic") String topic) {
    return answer(topic(topic));
  }

  @PATCH
  @Path("{topic}")
  @Consumes({OfficesResource.PATCH_TYPE, MediaType.APPLICATION_JSON})
  public Response change(@PathParam("topic") String id, String text) {
    TopicSettings topic = topic(id);
    seen.require(SeenState.tagOf(topic.version()));
    List<Part<ArrangingTopics>> parts = parts(topic, JsonBody.read(text));
    ArrangedOffices.tellingImpacts(() -> together.changeTopic(topic.version(), parts));
    return answer(topic(id));
  }

  private List<Part<ArrangingTopics>> parts(TopicSettings topic, JsonBody body) {
    SignedIn who = me.get();
    TopicData data = data(topic.data(), body);
    List<Part<ArrangingTopics>> parts = new ArrayList<>();
    if (!data.equals(topic.data())) {
      parts.add(
          (arranging, version) -> {
            arranging.arrange(who, topic.id(), version, data);
            return List.of();
          });
    }
    boolean retired = body.names("retired") ? body.flag("retired") : topic.retired();
    if (retired && !topic.retired()) {
      Set<String> told = body.texts("accept", TEXT);
      parts.add((arranging, version) -> arranging.retire(who, topic.id(), version, told));
    }
    if (!retired && topic.retired()) {
      parts.add(
          (arranging, version) -> {
            arranging.restore(who, topic.id(), version);
            return List.of();
          });
    }
    return parts;
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

  private static Response answer(TopicSettings topic) {
    return Response.ok(json(topic).build().toString())
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
