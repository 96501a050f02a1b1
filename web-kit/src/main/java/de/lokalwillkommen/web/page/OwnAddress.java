package de.lokalwillkommen.web.page;

import de.lokalwillkommen.web.security.shared.ForeignPages;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.stream.Stream;

/**
 * The address of this server as browsers know it. Behind a proxy that is the base URL, if the
 * operator has named it: the container then answers as if it had been asked there.
 */
public final class OwnAddress {

  private static final String SCHEME_ENDS = "://";

  private OwnAddress() {}

  /** The scheme, the host and, unless it goes without saying, the port; no slash at the end. */
  public static String of(HttpServletRequest request) {
    String url = request.getRequestURL().toString();
    return url.substring(0, url.indexOf('/', url.indexOf(SCHEME_ENDS) + SCHEME_ENDS.length()));
  }

  /**
   * Whether a page of another site has caused a request that changes something or opens a socket.
   *
   * @param socket whether the request opens a socket
   */
  public static boolean isForeign(HttpServletRequest request, boolean socket) {
    return ForeignPages.haveSent(
        sent(ForeignPages.SITE, request),
        sent(ForeignPages.ORIGIN, request),
        socket,
        origin -> isOrigin(origin, request));
  }

  private static List<String> sent(String header, HttpServletRequest request) {
    return Stream.ofNullable(request.getHeader(header)).toList();
  }

  /**
   * Whether a page of this server sent the request. Either the origin is its address, or it is the
   * host that was asked; the scheme does not matter then, because the same name and port always
   * lead to this server.
   *
   * @param origin the header of that name
   */
  static boolean isOrigin(String origin, HttpServletRequest request) {
    String host = request.getHeader("Host");
    int scheme = origin.indexOf(SCHEME_ENDS);
    return scheme > 0
        && (origin.substring(scheme + SCHEME_ENDS.length()).equalsIgnoreCase(host)
            || origin.equalsIgnoreCase(of(request)));
  }
}
