package de.lokalwillkommen.web.page;

import jakarta.servlet.http.HttpServletResponse;

/**
 * Tells the front of the server that an application has recognised the caller, a device or a
 * signed-in person: requests of strangers wait behind theirs. The front removes the header.
 */
public final class Recognised {

  /** The header, which is never sent to a client. */
  public static final String HEADER = "X-LW-Recognised";

  private Recognised() {}

  /** Reports that the caller of this request is known. */
  public static void tell(HttpServletResponse response) {
    response.setHeader(HEADER, "1");
  }
}
