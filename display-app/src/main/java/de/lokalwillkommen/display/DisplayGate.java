package de.lokalwillkommen.display;

import de.lokalwillkommen.core.devices.ClientRight;
import de.lokalwillkommen.core.devices.Devices;
import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.kernel.Refused;
import de.lokalwillkommen.core.staff.SecretToken;
import de.lokalwillkommen.web.page.DeviceCookies;
import de.lokalwillkommen.web.page.OwnCookie;
import de.lokalwillkommen.web.page.Recognised;
import de.lokalwillkommen.web.request.BearerToken;
import de.lokalwillkommen.web.security.SecurityLog;
import de.lokalwillkommen.web.security.shared.SecurityEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Recognises displays, so that strangers cannot take their places: a paired one by its token, any
 * other by a badge that its browser gets with the first board. Both are stored in cookies.
 */
@ApplicationScoped
public class DisplayGate {

  /** The request parameter that gives a display its token when it is opened for the first time. */
  static final String PARAMETER = "device";

  /** Differs from that of kiosks, since over TLS all applications share their cookies. */
  private static final String TOKEN = DeviceCookies.DISPLAY;

  private static final String BADGE = "lw-display";
  private static final Pattern WELL_FORMED = Pattern.compile("[A-Za-z0-9_-]{20,200}");

  private Devices devices;
  private SecurityLog log;

  protected DisplayGate() {}

  @Inject
  DisplayGate(Devices devices, SecurityLog log) {
    this.devices = devices;
    this.log = log;
  }

  /**
   * Whether a request comes from a paired display of an office; if so, this is noted for the front
   * of the server; otherwise a token in the request is logged as refused.
   */
  boolean isPaired(String office, HttpServletRequest request) {
    boolean paired =
        find(TOKEN, request).filter(token -> isDisplay(token, office, request)).isPresent();
    if (paired) {
      Recognised.note(request, OwnCookie.nameOf(TOKEN, request));
    }
    return paired;
  }

  /**
   * Admits a display that reports how it is.
   *
   * @param authorization the header of that name; without one, the cookie of the browser counts
   * @return its token
   * @throws Refused {@code NOT_SIGNED_IN} for an unknown device
   */
  SecretToken admitReport(String authorization, HttpServletRequest request) {
    Optional<SecretToken> header = BearerToken.find(authorization);
    Optional<SecretToken> token = authorization == null ? findToken(request) : header;
    try {
      SecretToken known =
          token.orElseThrow(() -> Refusal.of(Kind.NOT_SIGNED_IN, "device.unknown").asException());
      devices.get(known, ClientRight.REPORT_HEALTH);
      Recognised.note(
          request,
          header.isPresent() ? Recognised.AUTHORIZATION : OwnCookie.nameOf(TOKEN, request));
      return known;
    } catch (Refused refused) {
      log.write(SecurityEvent.DEVICE_REFUSED, Optional.empty(), refused.refusal().key(), request);
      throw refused;
    }
  }

  /** The device token of the browser that sent a request, which may be invalid. */
  Optional<SecretToken> findToken(HttpServletRequest request) {
    return find(TOKEN, request).map(SecretToken::new);
  }

  /** The badge of the browser that sent a request. */
  Optional<String> findBadge(HttpServletRequest request) {
    return find(BADGE, request);
  }

  /**
   * Pairs this browser with the token in the address, if it is that of a display of the office.
   *
   * @return whether the address contained a token, which should then be removed from it
   */
  boolean pair(String office, HttpServletRequest request, HttpServletResponse response) {
    Optional<String> token = Optional.ofNullable(request.getParameter(PARAMETER));
    token
        .filter(t -> isDisplay(t, office, request))
        .ifPresent(t -> keep(TOKEN, t, request, response));
    return token.isPresent();
  }

  /** Gives this browser a badge, if it has none. */
  void giveBadge(HttpServletRequest request, HttpServletResponse response) {
    if (findBadge(request).isEmpty()) {
      keep(BADGE, SecretToken.random().value(), request, response);
    }
  }

  private boolean isDisplay(String token, String office, HttpServletRequest request) {
    boolean display =
        WELL_FORMED.matcher(token).matches()
            && devices.may(new SecretToken(token), ClientRight.KEEP_BOARD, office);
    if (!display) {
      log.write(SecurityEvent.DEVICE_REFUSED, Optional.empty(), "device.unknown", request);
    }
    return display;
  }

  private static void keep(
      String name, String value, HttpServletRequest request, HttpServletResponse response) {
    OwnCookie.keep(name, value, OwnCookie.LONGEST, request, response);
  }

  private static Optional<String> find(String name, HttpServletRequest request) {
    return OwnCookie.list(name, request)
        .filter(value -> WELL_FORMED.matcher(value).matches())
        .findFirst();
  }
}
