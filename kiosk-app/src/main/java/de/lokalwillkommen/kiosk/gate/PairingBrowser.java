package de.lokalwillkommen.kiosk.gate;

import de.lokalwillkommen.core.devices.DeviceRole;
import de.lokalwillkommen.core.devices.KnownDevice;
import de.lokalwillkommen.core.devices.PairingDevices;
import de.lokalwillkommen.core.devices.PairingDevices.Asked;
import de.lokalwillkommen.core.devices.PairingDevices.Paired;
import de.lokalwillkommen.core.devices.PairingSecret;
import de.lokalwillkommen.web.page.DeviceCookies;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;

/** Pairs the browser that opens a page: its secret and its token are in cookies. */
@ApplicationScoped
public class PairingBrowser {

  private PairingDevices pairing;
  private PairingLimit limit;

  protected PairingBrowser() {}

  @Inject
  PairingBrowser(PairingDevices pairing, PairingLimit limit) {
    this.pairing = pairing;
    this.limit = limit;
  }

  /** Gives this browser its token, if its request was approved. */
  public Optional<KnownDevice> takeToken(HttpServletRequest request, HttpServletResponse response) {
    Optional<Paired> paired = PairingCookie.find(request).flatMap(pairing::find);
    paired.ifPresent(
        p -> {
          DeviceCookies.keep(p.device(), p.token(), request, response);
          PairingCookie.remove(request, response);
        });
    return paired.map(Paired::device);
  }

  /**
   * The open request of this browser; a new one if it has none.
   *
   * @param wanted what the browser is probably for
   * @throws de.lokalwillkommen.core.kernel.Refused {@code TOO_OFTEN} if there are too many requests
   */
  public Asked ask(DeviceRole wanted, HttpServletRequest request, HttpServletResponse response) {
    Optional<PairingSecret> secret = PairingCookie.find(request);
    return secret
        .flatMap(pairing::findOpen)
        .filter(open -> open.wanted() == wanted || request.getParameter("for") == null)
        .orElseGet(
            () -> {
              Asked asked = limit.ask(wanted, request);
              PairingCookie.keep(asked.secret(), request, response);
              return asked;
            });
  }
}
