package de.lokalwillkommen.server.launch.options;

import de.lokalwillkommen.server.launch.host.LaunchRefusal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The proxies whose statement of the client's address is trusted. */
public final class TrustedProxies {
  /** The addresses, with commas between them. */
  public static final String PROPERTY = "lw.trusted-proxies";

  private TrustedProxies() {}

  /**
   * The list for the applications.
   *
   * @param given addresses, or null for none
   * @param behindProxy whether all requests come through a proxy, named or not
   * @throws LaunchRefusal if an entry is not an address
   */
  public static Map<String, String> properties(List<String> given, boolean behindProxy) {
    Map<String, String> properties = new HashMap<>();
    properties.put("lw.behind-proxy", String.valueOf(behindProxy));
    if (given != null) {
      properties.put(PROPERTY, IpAddresses.list("--trusted-proxies", given));
    }
    return properties;
  }
}
