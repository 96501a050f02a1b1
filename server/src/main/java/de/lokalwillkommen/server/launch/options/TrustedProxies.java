package de.lokalwillkommen.server.launch.options;

import de.lokalwillkommen.server.launch.host.LaunchRefusal;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The proxies whose statement of the client's address is trusted. */
public final class TrustedProxies {
  /** The addresses, with commas between them. */
  public static final String PROPERTY = "lw.trusted-proxies";

  private static final String OCTET = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";

  /** Addresses only: a name would have to be looked up, and its owner may change. */
  private static final Pattern ADDRESS =
      Pattern.compile(OCTET + "(\\." + OCTET + "){3}|(?!\\.)[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

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
      properties.put(
          PROPERTY, given.stream().map(TrustedProxies::address).collect(Collectors.joining(",")));
    }
    return properties;
  }

  private static String address(String given) {
    String address = given.strip();
    if (!ADDRESS.matcher(address).matches()) {
      throw new LaunchRefusal("--trusted-proxies takes IP addresses, not " + given);
    }
    try {
      return InetAddress.getByName(address).getHostAddress();
    } catch (UnknownHostException noAddress) {
      throw new LaunchRefusal("--trusted-proxies takes IP addresses, not " + given, noAddress);
    }
  }
}
