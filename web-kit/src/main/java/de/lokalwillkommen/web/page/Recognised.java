package de.lokalwillkommen.web.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;

/**
 * Tells the front of the server that an application has recognised the caller, a device or a
 * signed-in person: requests of strangers wait behind theirs. The front removes the header.
 */
public final class Recognised {

  /** The header, which is never sent to a client. */
  public static final String HEADER = "X-LW-Recognised";

  /** The credential of programs and devices without a browser, a header. */
  public static final String AUTHORIZATION = "Authorization";

  private static final String NOTED = Recognised.class.getName();

  private Recognised() {}

  /**
   * Reports that the caller of this request is known.
   *
   * @param by the credential that was valid, {@link #AUTHORIZATION} or the name of a cookie; other
   *     credentials of the request may be invented
   */
  public static void tell(HttpServletResponse response, String by) {
    response.setHeader(HEADER, by);
  }

  /** Notes that the caller of this request is known by that credential, for its answer. */
  public static void note(HttpServletRequest request, String by) {
    request.setAttribute(NOTED, by);
  }

  /** Writes what has been noted into the answer. */
  public static void tellNoted(HttpServletRequest request, HttpServletResponse response) {
    if (request.getAttribute(NOTED) instanceof String by) {
      tell(response, by);
    }
  }

  /** The same for JAX-RS, which mirrors the attributes of a request in its properties. */
  public static void tellNoted(ContainerRequestContext request, ContainerResponseContext response) {
    if (request.getProperty(NOTED) instanceof String by) {
      response.getHeaders().putSingle(HEADER, by);
    }
  }
}
