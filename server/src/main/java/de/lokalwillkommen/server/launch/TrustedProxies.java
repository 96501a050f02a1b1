package de.lokalwillkommen.server.launch;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The proxies whose statement of the client's address is trusted. */
final class TrustedProxies {
  /** Addresses only: a name would have to be looked up, and its owner may change. */
  private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

  private TrustedProxies() {}

  /**
   * The list for the applications.
   *
   * @param given addresses, or null for none
   * @param behindProxy whether all requests come through a proxy, named or not
   * @throws Refusal if an entry is not an address
   */
  static Map<String, String> properties(List<String> given, boolean behindProxy) {
    Map<String, String> properties = new HashMap<>();
    properties.put("lw.behind-proxy", String.valueOf(behindProxy));
    if (given != null) {
      for (String address : given) {
        if (!ADDRESS.matcher(address.strip()).matches()) {
          throw new Refusal("--trusted-proxies takes IP addresses, not " + address);
        }
      }
      properties.put("lw.trusted-proxies", String.join(",", given));
    }
    return properties;
  }
}
