package de.lokalwillkommen.kiosk.api;

import de.lokalwillkommen.web.page.OwnCookie;
import de.lokalwillkommen.web.page.Recognised;
import de.lokalwillkommen.web.security.Networks;
import de.lokalwillkommen.web.security.shared.Network;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.stream.Stream;

/** The caller, for rate limits: a paired kiosk, or a stranger from a network. */
@RequestScoped
public class Asker {

  /** The cookie with the device token of a kiosk's browser. */
  public static final String COOKIE = "lw-device";

  private static final String BEARER = "Bearer ";

  private DeviceGate gate;
  private Networks networks;
  private HttpServletRequest request;

  protected Asker() {}

  @Inject
  Asker(DeviceGate gate, Networks networks, HttpServletRequest request) {
    this.gate = gate;
    this.networks = networks;
    this.request = request;
  }

  /** The identifier of the kiosk, if the request has a kiosk's token. */
  Optional<Long> findKiosk() {
    Optional<String> header = Optional.ofNullable(request.getHeader(Recognised.AUTHORIZATION));
    return header.isPresent() ? header.flatMap(gate::findKiosk) : findByCookie();
  }

  private Optional<Long> findByCookie() {
    Optional<Long> kiosk = fromCookie().flatMap(gate::findKiosk);
    kiosk.ifPresent(known -> Recognised.note(request, OwnCookie.nameOf(COOKIE, request)));
    return kiosk;
  }

  /** The network from which the request comes, if known. */
  Optional<Network> findNetwork() {
    return networks.find(request);
  }

  HttpServletRequest request() {
    return request;
  }

  private Optional<String> fromCookie() {
    return Stream.ofNullable(request.getCookies())
        .flatMap(Stream::of)
        .filter(cookie -> cookie.getName().equals(OwnCookie.nameOf(COOKIE, request)))
        .map(Cookie::getValue)
        .findFirst()
        .map(token -> BEARER + token);
  }
}
