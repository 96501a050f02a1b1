package de.lokalwillkommen.web.page;

import jakarta.servlet.http.HttpServletResponse;

/**
 * Tells the front of the server that an application has recognised the caller, a device or a person
 * who is signed in: requests of strangers wait behind theirs. The front takes the header away.
 */
public final class Recognised {

  /** The header, which no client ever sees. */
  public static final String HEADER = "X-LW-Recognised";

  private Recognised() {}

  /** The caller of this request is known. */
  public static void tell(HttpServletResponse response) {
    response.setHeader(HEADER, "1");
  }
}
