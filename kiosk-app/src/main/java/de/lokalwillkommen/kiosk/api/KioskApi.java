package de.lokalwillkommen.kiosk.api;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;

/** The kiosk's REST interface. */
@ApplicationPath("api/v1")
public class KioskApi extends Application {

  /**
   * Turns off WADL: OpenAPI describes the interface, and a second description only adds attack
   * surface.
   */
  @Override
  public Map<String, Object> getProperties() {
    return Map.of("jersey.config.server.wadl.disableWadl", true);
  }
}
