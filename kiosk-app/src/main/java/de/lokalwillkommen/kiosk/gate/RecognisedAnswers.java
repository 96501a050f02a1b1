package de.lokalwillkommen.kiosk.gate;

import de.lokalwillkommen.web.page.Recognised;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;

/** Tells the front of the server which calls came from a device that {@link DeviceGate} knows. */
@Provider
public class RecognisedAnswers implements ContainerResponseFilter {

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    Recognised.tellNoted(request, response);
  }
}
