package de.lokalwillkommen.web.page;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;

/**
 * A cookie that scripts cannot read and that is not sent from other sites' pages. Over TLS its name
 * begins with {@code __Host-}, so that browsers accept it from this host only and over TLS only.
 */
public final class OwnCookie {

  private static final String HOST_ONLY = "__Host-";

  private OwnCookie() {}

  /** The name of the cookie for this request. */
  public static String nameOf(String name, HttpServletRequest request) {
    return request.isSecure() ? HOST_ONLY + name : name;
  }

  /** A cookie that lasts until the browser is closed. */
  public static Cookie named(String name, String value, HttpServletRequest request) {
    Cookie cookie = new Cookie(nameOf(name, request), value);
    // browsers require the root path for that prefix
    cookie.setPath(request.isSecure() ? "/" : request.getContextPath());
    cookie.setHttpOnly(true);
    cookie.setSecure(request.isSecure());
    cookie.setAttribute("SameSite", "Strict");
    return cookie;
  }
}
