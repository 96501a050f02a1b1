package de.lokalwillkommen.admin.security;

import de.lokalwillkommen.core.staff.SecretToken;
import de.lokalwillkommen.web.page.OwnCookie;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The cookie with a browser's token: it lasts until the browser is closed, is hidden from scripts,
 * and is not sent from other sites' pages.
 */
public final class SignInCookie {

  static final String NAME = "lw_session";

  private static final int UNTIL_CLOSED = -1;
  private static final int AT_ONCE = 0;

  private SignInCookie() {}

  /** Gives the token to the browser. */
  public static void put(
      SecretToken token, HttpServletRequest request, HttpServletResponse response) {
    response.addCookie(cookie(token.value(), UNTIL_CLOSED, request));
  }

  /** Deletes the token in the browser. */
  public static void remove(HttpServletRequest request, HttpServletResponse response) {
    response.addCookie(cookie("", AT_ONCE, request));
  }

  /** The name of the cookie for that request. */
  static String nameIn(HttpServletRequest request) {
    return OwnCookie.nameOf(NAME, request);
  }

  static Optional<SecretToken> read(HttpServletRequest request) {
    return Stream.ofNullable(request.getCookies())
        .flatMap(Stream::of)
        .filter(c -> c.getName().equals(nameIn(request)) && !c.getValue().isEmpty())
        .findFirst()
        .map(c -> new SecretToken(c.getValue()));
  }

  private static Cookie cookie(String value, int maxAge, HttpServletRequest request) {
    Cookie cookie = OwnCookie.named(NAME, value, request);
    cookie.setMaxAge(maxAge);
    return cookie;
  }
}
