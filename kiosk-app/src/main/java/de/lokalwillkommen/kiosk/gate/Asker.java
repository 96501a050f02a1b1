package de.lokalwillkommen.kiosk.gate;

import de.lokalwillkommen.web.page.Recognised;
import de.lokalwillkommen.web.request.BearerToken;
import de.lokalwillkommen.web.security.Networks;
import de.lokalwillkommen.web.security.shared.Network;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** The caller, for rate limits: a paired kiosk, or a stranger from a network. */
@RequestScoped
public class Asker {

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
    Optional<Long> kiosk =
        DeviceCookie.find(request).map(BearerToken::header).flatMap(gate::findKiosk);
    kiosk.ifPresent(known -> Recognised.note(request, DeviceCookie.nameIn(request)));
    return kiosk;
  }

  /** The network from which the request comes, if known. */
  Optional<Network> findNetwork() {
    return networks.find(request);
  }

  HttpServletRequest request() {
    return request;
  }
}
