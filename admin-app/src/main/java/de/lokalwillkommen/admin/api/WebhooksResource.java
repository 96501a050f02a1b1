package de.lokalwillkommen.admin.api;

import de.lokalwillkommen.admin.security.CurrentUser;
import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.webhooks.ArrangingWebhooks;
import de.lokalwillkommen.core.webhooks.DeliveryView;
import de.lokalwillkommen.core.webhooks.WebhookData;
import de.lokalwillkommen.core.webhooks.WebhookOverview;
import de.lokalwillkommen.core.webhooks.WebhookView;
import de.lokalwillkommen.web.request.QueryParameter;
import de.lokalwillkommen.web.rest.JsonBody;
import de.lokalwillkommen.web.rest.Jsons;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.ServletContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import java.util.Optional;
import java.util.Set;

/** The webhooks and their dead deliveries, for programs; people use the page. */
@Path("webhooks")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class WebhooksResource {

  private static final int TEXT = 1000;
  private static final int USUAL_DELIVERIES = 25;
  private static final int MOST_DELIVERIES = 200;

  @Inject private ArrangingWebhooks arranging;
  @Inject private WebhookOverview overview;
  @Inject private SeenState seen;
  @Inject private CurrentUser me;
  @Inject private ServletContext servlet;

  /** What a caller can make of a webhook; the other states are the system's. */
  private enum Wanted {
    ACTIVE,
    PAUSED
  }

  @GET
  public String list() {
    JsonArrayBuilder list = Jsons.array();
    overview.list(me.get()).forEach(webhook -> list.add(json(webhook)));
    return list.build().toString();
  }

  @GET
  @Path("{webhook}")
  public Response get(@PathParam("webhook") long id) {
    return answer(webhook(id));
  }

  /** Adds one; its secret is in this answer alone. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response add(String text) {
    WebhookData data = data(new WebhookData("", "", Set.of(), Set.of()), JsonBody.read(text));
    ArrangingWebhooks.Issued issued = arranging.add(me.get(), data);
    WebhookView webhook = webhook(issued.webhook());
    String address = servlet.getContextPath() + "/api/v1/webhooks/" + webhook.id();
    return Response.created(URI.create(address))
        .tag(SeenState.tagOf(content(webhook)))
        .entity(json(webhook).add("secret", issued.secret()).build().toString())
        .build();
  }

  @PATCH
  @Path("{webhook}")
  @Consumes({OfficesResource.PATCH_TYPE, MediaType.APPLICATION_JSON})
  public Response change(@PathParam("webhook") long id, String text) {
    WebhookView webhook = seenWebhook(id);
    JsonBody body = JsonBody.read(text);
    WebhookData data = data(webhook.data(), body);
    Optional<Wanted> wanted =
        body.findOneOf(Wanted.class, "status")
            .filter(status -> !status.name().equals(webhook.status().name()));
    if (wanted.isPresent() || !data.equals(webhook.data())) {
      arranging.change(
          me.get(), id, webhook.version(), data, wanted.map(status -> status == Wanted.ACTIVE));
    }
    return answer(webhook(id));
  }

  @DELETE
  @Path("{webhook}")
  public void remove(@PathParam("webhook") long id) {
    seenWebhook(id);
    arranging.remove(me.get(), id);
  }

  /**
   * Gives it a new secret, which is in this answer alone. The state has changed with it, so that a
   * repeated call does not end the secret that receivers still use.
   */
  @POST
  @Path("{webhook}/secret")
  @Consumes(MediaType.WILDCARD)
  public Response rotate(@PathParam("webhook") long id) {
    WebhookView seenOne = seenWebhook(id);
    String secret = arranging.rotate(me.get(), id, seenOne.version()).secret();
    return Response.ok(Jsons.object().add("secret", secret).build().toString())
        .tag(SeenState.tagOf(content(webhook(id))))
        .build();
  }

  @GET
  @Path("{webhook}/dead-deliveries")
  public String listDead(@PathParam("webhook") long id, @QueryParam("limit") String limit) {
    int atMost = new QueryParameter("limit", limit).limit(USUAL_DELIVERIES, MOST_DELIVERIES);
    JsonArrayBuilder list = Jsons.array();
    overview
        .listDead(me.get(), webhook(id).id(), atMost)
        .forEach(delivery -> list.add(json(delivery)));
    return list.build().toString();
  }

  /** Sends all dead deliveries again. */
  @POST
  @Path("{webhook}/dead-deliveries/resend")
  @Consumes(MediaType.WILDCARD)
  public void resendDead(@PathParam("webhook") long id) {
    arranging.resendDead(me.get(), id);
  }

  /** Sends one dead delivery again. */
  @POST
  @Path("{webhook}/dead-deliveries/{delivery}/resend")
  @Consumes(MediaType.WILDCARD)
  public void resend(@PathParam("webhook") long id, @PathParam("delivery") long delivery) {
    arranging.resend(me.get(), id, delivery);
  }

  private static WebhookData data(WebhookData before, JsonBody body) {
    return new WebhookData(
        body.names("name") ? body.findText("name", TEXT).orElse("") : before.name(),
        body.names("address") ? body.findText("address", TEXT).orElse("") : before.address(),
        body.names("events") ? body.texts("events", StaffTerms.WORD) : before.events(),
        body.names("offices") ? body.texts("offices", StaffTerms.WORD) : before.offices());
  }

  private WebhookView seenWebhook(long id) {
    WebhookView webhook = webhook(id);
    seen.require(SeenState.tagOf(content(webhook)));
    return webhook;
  }

  private WebhookView webhook(long id) {
    return overview.list(me.get()).stream()
        .filter(webhook -> webhook.id() == id)
        .findFirst()
        .orElseThrow(() -> Refusal.of(Kind.UNKNOWN, "webhook.unknown").asException());
  }

  private static Response answer(WebhookView webhook) {
    return Response.ok(json(webhook).build().toString())
        .tag(SeenState.tagOf(content(webhook)))
        .build();
  }

  /** What two could overwrite: the numbers of deliveries do not count. */
  private static String content(WebhookView webhook) {
    return changeable(webhook).add("version", webhook.version()).build().toString();
  }

  private static JsonObjectBuilder json(WebhookView webhook) {
    return changeable(webhook)
        .add("twoSignatures", webhook.rotating())
        .add("waiting", webhook.waiting())
        .add("dead", webhook.dead());
  }

  private static JsonObjectBuilder changeable(WebhookView webhook) {
    WebhookData data = webhook.data();
    return Jsons.object()
        .add("id", webhook.id())
        .add("name", data.name())
        .add("address", data.address())
        .add("events", OfficeJson.texts(data.events().stream().sorted().toList()))
        .add("offices", OfficeJson.texts(data.offices().stream().sorted().toList()))
        .add("status", webhook.status().name());
  }

  private static JsonObjectBuilder json(DeliveryView delivery) {
    return Jsons.object()
        .add("id", delivery.id())
        .add("message", delivery.message())
        .add("event", delivery.event())
        .add("createdAt", delivery.createdAt().toString())
        .add("attempts", delivery.attempts())
        .add("answer", delivery.answer());
  }
}
