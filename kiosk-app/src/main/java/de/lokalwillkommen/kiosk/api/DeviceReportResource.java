package de.lokalwillkommen.kiosk.api;

import de.lokalwillkommen.core.devices.ReportingHealth;
import de.lokalwillkommen.core.staff.SecretToken;
import de.lokalwillkommen.kiosk.gate.DeviceGate;
import de.lokalwillkommen.web.page.Assets;
import de.lokalwillkommen.web.rest.DeviceReportBody;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;

/** Lets a kiosk report how it is, by its token or by the cookie of its browser. */
@Path("devices/report")
@RequestScoped
public class DeviceReportResource {

  @Inject private DeviceGate gate;
  @Inject private ReportingHealth reporting;
  @Inject private Assets assets;
  @Inject private Clock clock;

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public void report(@HeaderParam(HttpHeaders.AUTHORIZATION) String authorization, String text) {
    SecretToken token = gate.admitReport(authorization);
    reporting.report(token, DeviceReportBody.read(text, assets.getBase(), clock.instant()));
  }
}
