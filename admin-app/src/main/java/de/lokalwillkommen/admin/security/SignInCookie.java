package de.lokalwillkommen.admin.security;

import de.lokalwillkommen.core.staff.SecretToken;
import de.lokalwillkommen.web.page.OwnCookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;

/**
 * The cookie with a browser's token: it lasts until the browser is closed, is hidden from scripts,
 * and is not sent from other sites' pages.
 */
public final class SignInCookie {

  static final String NAME = "lw_session";

  private SignInCookie() {}

  /** Gives the token to the browser. */
  public static void put(
      SecretToken token, HttpServletRequest request, HttpServletResponse response) {
    OwnCookie.put(NAME, token.value(), request, response);
  }

  /** Deletes the token in the browser. */
  public static void remove(HttpServletRequest request, HttpServletResponse response) {
    OwnCookie.remove(NAME, request, response);
  }

  /** The name of the cookie for that request. */
  static String nameIn(HttpServletRequest request) {
    return OwnCookie.nameOf(NAME, request);
  }

  /** Whether the browser has a token, be it valid or not. */
  public static boolean isIn(HttpServletRequest request) {
    return read(request).isPresent();
  }

  static Optional<SecretToken> read(HttpServletRequest request) {
    return OwnCookie.list(NAME, request)
        .filter(value -> !value.isEmpty())
        .findFirst()
        .map(SecretToken::new);
  }
}
