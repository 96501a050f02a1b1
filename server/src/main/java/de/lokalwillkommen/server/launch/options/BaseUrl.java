package de.lokalwillkommen.server.launch.options;

import de.lokalwillkommen.server.launch.host.Refusal;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Map;

/**
 * The address under which browsers reach the server if a proxy stands before it: all of them, since
 * cookies, redirects and links follow it.
 *
 * @param port that of the scheme if the address names none
 */
public record BaseUrl(String scheme, String host, int port) {
  private static final Map<String, Integer> USUAL_PORT = Map.of("http", 80, "https", 443);
  private static final int HIGHEST_PORT = 65_535;

  /**
   * Reads the option.
   *
   * @throws Refusal for anything that is more than a scheme, a host and a port, or less
   */
  public static BaseUrl parse(String text) {
    try {
      URI uri = new URI(text);
      String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
      if (USUAL_PORT.containsKey(scheme) && isHostAlone(uri)) {
        int port = uri.getPort() < 0 ? USUAL_PORT.get(scheme) : uri.getPort();
        return new BaseUrl(scheme, uri.getHost().toLowerCase(Locale.ROOT), port);
      }
    } catch (URISyntaxException e) {
      throw refusal(text);
    }
    throw refusal(text);
  }

  /** As browsers write it: without the default port. */
  public String url() {
    String shown = port == USUAL_PORT.get(scheme) ? "" : ":" + port;
    return scheme + "://" + host + shown;
  }

  /** Always with the port. */
  public String fullUrl() {
    return scheme + "://" + host + ":" + port;
  }

  private static boolean isHostAlone(URI uri) {
    return uri.getHost() != null
        // Payara takes the first colon for the separator of the port
        && !uri.getHost().startsWith("[")
        && uri.getUserInfo() == null
        && uri.getPort() != 0
        && uri.getPort() <= HIGHEST_PORT
        && (uri.getPath().isEmpty() || uri.getPath().equals("/"))
        && uri.getQuery() == null
        && uri.getFragment() == null;
  }

  private static Refusal refusal(String text) {
    return new WrongOption(
        "--base-url wants https://HOST or https://HOST:PORT, with a name or an IPv4 address and"
            + " no path, not "
            + text);
  }
}
