package de.lokalwillkommen.kiosk.gate;

import de.lokalwillkommen.core.devices.DeviceRole;
import de.lokalwillkommen.core.devices.PairingDevices;
import de.lokalwillkommen.core.devices.PairingDevices.Asked;
import de.lokalwillkommen.core.devices.PairingSecret;
import de.lokalwillkommen.core.staff.SecretToken;
import de.lokalwillkommen.web.ratelimit.RateLimit;
import de.lokalwillkommen.web.ratelimit.RateLimits;
import de.lokalwillkommen.web.ratelimit.StrangerLimit;
import de.lokalwillkommen.web.security.Networks;
import de.lokalwillkommen.web.security.shared.Network;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;

/**
 * Rate limits for devices that ask to be paired. One network asks twenty times at once and six
 * times a minute, all together two hundred times at once and once a second, with a reserve for
 * networks that ask little. A device polls thirty times at once and once a second; the limit is
 * that of its secret alone, so that strangers who guess secrets slow down no device.
 */
@ApplicationScoped
public class PairingLimit {

  private static final int MOST_SECRETS = 10_000;

  private final RateLimits<String> polls = new RateLimits<>(MOST_SECRETS, VisitorLimit::ofOne);
  private final StrangerLimit asking =
      new StrangerLimit(
          () -> RateLimit.of(20, 1, Duration.ofSeconds(10)),
          RateLimit.of(200, 1, Duration.ofSeconds(1)),
          RateLimit.of(100, 1, Duration.ofSeconds(1)));
  private PairingDevices pairing;
  private Networks networks;

  protected PairingLimit() {}

  @Inject
  PairingLimit(PairingDevices pairing, Networks networks) {
    this.pairing = pairing;
    this.networks = networks;
  }

  /**
   * Begins a request at this limit.
   *
   * @throws de.lokalwillkommen.core.kernel.Refused {@code TOO_OFTEN} if too many are begun; or as
   *     {@link PairingDevices#ask} says
   */
  public Asked ask(DeviceRole wanted, HttpServletRequest request) {
    Optional<Network> network = networks.find(request);
    asking.take(network, 1);
    return pairing.ask(wanted, network.map(Network::prefix).orElse(""));
  }

  /**
   * Lets one poll pass.
   *
   * @param sent what was sent as the secret, which can have any length
   * @return the secret, if it has the form of one
   * @throws de.lokalwillkommen.core.kernel.Refused {@code TOO_OFTEN} if there were too many
   */
  public Optional<PairingSecret> admit(String sent) {
    polls.of(new SecretToken(sent).hash()).take();
    return PairingSecret.find(sent);
  }
}
