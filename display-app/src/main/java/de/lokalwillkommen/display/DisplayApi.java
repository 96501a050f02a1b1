package de.lokalwillkommen.display;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;

/** The displays' REST interface. */
@ApplicationPath("api/v1")
public class DisplayApi extends Application {

  /** OpenAPI describes it; a second, older description would only be one more thing to attack. */
  @Override
  public Map<String, Object> getProperties() {
    return Map.of("jersey.config.server.wadl.disableWadl", true);
  }
}
