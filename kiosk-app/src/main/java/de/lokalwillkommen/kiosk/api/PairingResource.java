package de.lokalwillkommen.kiosk.api;

import de.lokalwillkommen.core.devices.DeviceRole;
import de.lokalwillkommen.core.devices.KnownDevice;
import de.lokalwillkommen.core.devices.PairingDevices;
import de.lokalwillkommen.core.devices.PairingDevices.Asked;
import de.lokalwillkommen.core.devices.PairingDevices.Paired;
import de.lokalwillkommen.core.devices.PairingDevices.Progress;
import de.lokalwillkommen.core.devices.PairingSecret;
import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.kiosk.gate.PairingCookie;
import de.lokalwillkommen.kiosk.gate.PairingLimit;
import de.lokalwillkommen.web.rest.Jsons;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** Lets a device ask to be paired, and gives it its token when staff have approved its code. */
@Path("devices/pairing")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class PairingResource {

  @Inject private PairingDevices pairing;
  @Inject private PairingLimit limit;
  @Inject private HttpServletRequest request;

  /** The body is not read: staff decide what the device is for. */
  @POST
  public Response ask() {
    Asked asked = limit.ask(DeviceRole.KIOSK, request);
    String poll = request.getContextPath() + "/api/v1/devices/pairing/" + asked.secret().value();
    return Response.created(URI.create(poll))
        .entity(
            Jsons.object()
                .add("code", asked.secret().code().inGroups())
                .add("expiresAt", asked.until().toString())
                .add("poll", poll)
                .build()
                .toString())
        .build();
  }

  /** The token, once. */
  @GET
  @Path("{secret}")
  public Response poll(@PathParam("secret") String sent) {
    PairingSecret secret = limit.admit(sent).orElseThrow(PairingResource::over);
    if (pairing.progress(secret) == Progress.OPEN) {
      return Response.accepted().build();
    }
    Paired paired = pairing.take(secret).orElseThrow(PairingResource::over);
    KnownDevice device = paired.device();
    return Response.ok(
            Jsons.object()
                .add("token", paired.token().value())
                .add("device", device.id())
                .add("office", device.office())
                .add("role", device.role().name())
                .build()
                .toString())
        .build();
  }

  /** How far the request of a browser's page has come; the page then gets the token as a cookie. */
  @GET
  public Response look() {
    PairingSecret secret = PairingCookie.find(request).orElseThrow(PairingResource::over);
    limit.admit(secret.value());
    return switch (pairing.progress(secret)) {
      case OPEN -> Response.accepted().build();
      case APPROVED -> Response.noContent().build();
      case OVER -> throw over();
    };
  }

  private static RuntimeException over() {
    return Refusal.of(Kind.GONE, "device.pairingOver").asException();
  }
}
