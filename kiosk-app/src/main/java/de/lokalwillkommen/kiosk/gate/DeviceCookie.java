package de.lokalwillkommen.kiosk.gate;

import de.lokalwillkommen.web.page.DeviceCookies;
import de.lokalwillkommen.web.page.OwnCookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.function.Predicate;

/** The cookie in which a kiosk's browser keeps its device token. */
public final class DeviceCookie {

  private static final String NAME = DeviceCookies.KIOSK;
  private static final String RENEWED = DeviceCookie.class.getName();

  private DeviceCookie() {}

  /** The name of the cookie for that request. */
  public static String nameIn(HttpServletRequest request) {
    return OwnCookie.nameOf(NAME, request);
  }

  /** The token of this browser. */
  public static Optional<String> find(HttpServletRequest request) {
    return OwnCookie.find(NAME, request)
        .or(() -> Optional.ofNullable((String) request.getAttribute(RENEWED)));
  }

  /** Gives this browser a token. */
  public static void keep(String token, HttpServletRequest request, HttpServletResponse response) {
    OwnCookie.keep(NAME, token, OwnCookie.LONGEST, request, response);
  }

  /**
   * Replaces a cookie that has the name it had over TLS before decision 21, so that a kiosk stays
   * paired. A neighbour's page can set a cookie of that name, so only a good token is taken over.
   */
  public static void renew(
      HttpServletRequest request, HttpServletResponse response, Predicate<String> isGood) {
    Optional<String> former = OwnCookie.findFormer(NAME, request);
    if (former.isEmpty()) {
      return;
    }
    if (OwnCookie.find(NAME, request).isEmpty() && isGood.test(former.get())) {
      keep(former.get(), request, response);
      request.setAttribute(RENEWED, former.get());
    }
    OwnCookie.removeFormer(NAME, request, response);
  }
}
