package de.lokalwillkommen.display;

import de.lokalwillkommen.core.devices.ReportingHealth;
import de.lokalwillkommen.core.staff.SecretToken;
import de.lokalwillkommen.web.page.Assets;
import de.lokalwillkommen.web.rest.DeviceReportBody;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;

/** Lets a paired display report how it is, by its token or by the cookie of its browser. */
@Path("devices/report")
@RequestScoped
public class DisplayReportResource {

  @Inject private DisplayGate gate;
  @Inject private ReportingHealth reporting;
  @Inject private Assets assets;
  @Inject private HttpServletRequest request;
  @Inject private Clock clock;

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public void report(@HeaderParam(HttpHeaders.AUTHORIZATION) String authorization, String text) {
    SecretToken token = gate.admitReport(authorization, request);
    reporting.report(token, DeviceReportBody.read(text, assets.getBase(), clock.instant()));
  }
}
