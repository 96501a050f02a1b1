package de.lokalwillkommen.kiosk.gate;

import de.lokalwillkommen.web.page.OwnCookie;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The cookie in which a kiosk's browser keeps its device token. */
public final class DeviceCookie {

  private static final String NAME = "lw-device";
  private static final String RENEWED = DeviceCookie.class.getName();
  private static final int LONGEST_A_BROWSER_KEEPS = 400 * 24 * 60 * 60;
  private static final int AT_ONCE = 0;

  private DeviceCookie() {}

  /** The name of the cookie for that request. */
  public static String nameIn(HttpServletRequest request) {
    return OwnCookie.nameOf(NAME, request);
  }

  /** The token of this browser. */
  public static Optional<String> find(HttpServletRequest request) {
    return find(nameIn(request), request)
        .or(() -> Optional.ofNullable((String) request.getAttribute(RENEWED)));
  }

  /** Gives this browser a token. */
  public static void keep(String token, HttpServletRequest request, HttpServletResponse response) {
    Cookie cookie = OwnCookie.named(NAME, token, request);
    cookie.setMaxAge(LONGEST_A_BROWSER_KEEPS);
    response.addCookie(cookie);
  }

  /**
   * Replaces a cookie that has the name it had over TLS before decision 21, so that a kiosk stays
   * paired. A neighbour's page can set a cookie of that name, so only a good token is taken over.
   */
  public static void renew(
      HttpServletRequest request, HttpServletResponse response, Predicate<String> isGood) {
    String name = nameIn(request);
    Optional<String> former = name.equals(NAME) ? Optional.empty() : find(NAME, request);
    if (former.isEmpty()) {
      return;
    }
    if (find(name, request).isEmpty() && isGood.test(former.get())) {
      keep(former.get(), request, response);
      request.setAttribute(RENEWED, former.get());
    }
    removeFormer(request, response);
  }

  private static void removeFormer(HttpServletRequest request, HttpServletResponse response) {
    Cookie cookie = new Cookie(NAME, "");
    cookie.setPath(request.getContextPath());
    cookie.setMaxAge(AT_ONCE);
    cookie.setHttpOnly(true);
    cookie.setSecure(true);
    response.addCookie(cookie);
  }

  private static Optional<String> find(String name, HttpServletRequest request) {
    return Stream.ofNullable(request.getCookies())
        .flatMap(Stream::of)
        .filter(cookie -> cookie.getName().equals(name))
        .map(Cookie::getValue)
        .findFirst();
  }
}
