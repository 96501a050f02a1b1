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

  private static final String NOTED = Recognised.class.getName();

  private Recognised() {}

  /** Reports that the caller of this request is known. */
  public static void tell(HttpServletResponse response) {
    response.setHeader(HEADER, "1");
  }

  /** The caller of this request is known, which its answer is to tell. */
  public static void note(HttpServletRequest request) {
    request.setAttribute(NOTED, true);
  }

  /** Tells what has been noted; JAX-RS mirrors the attributes of a request in its properties. */
  public static void tellNoted(ContainerRequestContext request, ContainerResponseContext response) {
    if (request.getProperty(NOTED) != null) {
      response.getHeaders().putSingle(HEADER, "1");
    }
  }
}
