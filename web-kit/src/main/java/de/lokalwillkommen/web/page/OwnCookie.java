package de.lokalwillkommen.web.page;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;

/**
 * A cookie that no script reads and no other site's page sends. Over TLS its name begins with
 * {@code __Host-}, so that browsers take it from this host alone and over TLS alone.
 */
public final class OwnCookie {

  private static final String HOST_ONLY = "__Host-";

  private OwnCookie() {}

  /** What a cookie is called in this request. */
  public static String nameOf(String name, HttpServletRequest request) {
    return request.isSecure() ? HOST_ONLY + name : name;
  }

  /** A cookie until the browser is closed. */
  public static Cookie named(String name, String value, HttpServletRequest request) {
    Cookie cookie = new Cookie(nameOf(name, request), value);
    // browsers insist on the root for that name
    cookie.setPath(request.isSecure() ? "/" : request.getContextPath());
    cookie.setHttpOnly(true);
    cookie.setSecure(request.isSecure());
    cookie.setAttribute("SameSite", "Strict");
    return cookie;
  }
}
