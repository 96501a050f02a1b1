package de.lokalwillkommen.server.launch.options;

import de.lokalwillkommen.server.launch.host.LaunchRefusal;
import java.util.List;
import java.util.Map;

/** The machines beside this one that may read health, metrics and the description of the API. */
public final class Monitors {
  /** The addresses, with commas between them. */
  public static final String PROPERTY = "lw.monitors";

  private Monitors() {}

  /**
   * The list for the server.
   *
   * @param given addresses, or null for none
   * @throws LaunchRefusal if an entry is not an address
   */
  public static Map<String, String> properties(List<String> given) {
    return given == null ? Map.of() : Map.of(PROPERTY, IpAddresses.list("--monitors", given));
  }
}
