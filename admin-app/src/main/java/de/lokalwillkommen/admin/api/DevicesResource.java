package de.lokalwillkommen.admin.api;

import de.lokalwillkommen.admin.security.CurrentUser;
import de.lokalwillkommen.admin.security.DeviceDesk;
import de.lokalwillkommen.core.devices.DeviceData;
import de.lokalwillkommen.core.devices.DeviceHealth;
import de.lokalwillkommen.core.devices.DeviceRole;
import de.lokalwillkommen.core.devices.DeviceView;
import de.lokalwillkommen.core.devices.ManagingDevices;
import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.web.rest.JsonBody;
import de.lokalwillkommen.web.rest.Jsons;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
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
import java.time.Clock;

/** The kiosks, boards and tablets that the caller manages, for programs; people use the pages. */
@Path("devices")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class DevicesResource {

  private static final int TEXT = 400;

  @Inject private ManagingDevices managing;
  @Inject private DeviceDesk desk;
  @Inject private SeenState seen;
  @Inject private CurrentUser me;
  @Inject private ServletContext servlet;
  @Inject private HttpServletRequest request;
  @Inject private Clock clock;

  @GET
  public String list() {
    JsonArrayBuilder list = Jsons.array();
    managing.list(me.get()).forEach(device -> list.add(json(device)));
    return list.build().toString();
  }

  @GET
  @Path("{device}")
  public Response get(@PathParam("device") long id) {
    return answer(Response.ok(), device(id));
  }

  /** Approves the device that shows a code. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response approve(String text) {
    JsonBody body = JsonBody.read(text);
    DeviceView device =
        desk.approve(
            me.get(),
            body.text("code", StaffTerms.WORD),
            body.oneOf(DeviceRole.class, "role"),
            new DeviceData(body.text("office", StaffTerms.WORD), body.text("name", TEXT)),
            request);
    URI address = URI.create(servlet.getContextPath() + "/api/v1/devices/" + device.id());
    return answer(Response.created(address), device);
  }

  @PATCH
  @Path("{device}")
  @Consumes({OfficesResource.PATCH_TYPE, MediaType.APPLICATION_JSON})
  public Response change(@PathParam("device") long id, String text) {
    DeviceView device = device(id);
    seen.require(SeenState.tagOf(device.version()));
    JsonBody body = JsonBody.read(text);
    if (body.flag("revoked")) {
      return answer(Response.ok(), desk.revoke(me.get(), id, device.version(), request));
    }
    if (body.flag("renewed")) {
      return answer(Response.ok(), managing.renewToken(me.get(), id, device.version()));
    }
    DeviceData data =
        new DeviceData(
            body.names("office") ? body.text("office", StaffTerms.WORD) : device.data().office(),
            body.names("name") ? body.text("name", TEXT) : device.data().name());
    return answer(
        Response.ok(),
        data.equals(device.data())
            ? device
            : managing.change(me.get(), id, device.version(), data));
  }

  private DeviceView device(long id) {
    return managing
        .find(me.get(), id)
        .orElseThrow(() -> Refusal.of(Kind.UNKNOWN, "device.notThere").asException());
  }

  private Response answer(Response.ResponseBuilder status, DeviceView device) {
    return status
        .tag(SeenState.tagOf(device.version()))
        .entity(json(device).build().toString())
        .build();
  }

  private static JsonObjectBuilder health(DeviceHealth health) {
    return Jsons.object()
        .add("at", health.at().toString())
        .add("upSince", health.upSince().toString())
        .add("pageCurrent", health.isPageCurrent())
        .add("screen", health.screen())
        .add("sound", health.sound().name())
        .add("driftMillis", health.drift().toMillis())
        .add("losses", health.losses())
        .add("lastTicketAt", Jsons.orNull(health.lastTicket()));
  }

  private JsonArrayBuilder problems(DeviceView device) {
    JsonArrayBuilder problems = Jsons.array();
    device.problemsAt(clock.instant()).forEach(problem -> problems.add(problem.name()));
    return problems;
  }

  private JsonObjectBuilder json(DeviceView device) {
    return Jsons.object()
        .add("id", device.id())
        .add("office", device.data().office())
        .add("name", device.data().name())
        .add("role", device.role().name())
        .add("state", device.state().name())
        .add("pairedAt", device.pairedAt().toString())
        .add("seenAt", Jsons.orNull(device.seenAt()))
        .add("problems", problems(device))
        .add(
            "health",
            device.health().<JsonValue>map(h -> health(h).build()).orElse(JsonValue.NULL));
  }
}
