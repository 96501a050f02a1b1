package de.lokalwillkommen.kiosk.gate;

import de.lokalwillkommen.web.security.shared.Network;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** The caller, as set by a test. */
public final class Caller extends Asker {

  Optional<Long> kiosk = Optional.empty();
  Optional<Network> network = Optional.empty();

  @Override
  Optional<Long> findKiosk() {
    return kiosk;
  }

  @Override
  Optional<Network> findNetwork() {
    return network;
  }

  @Override
  HttpServletRequest request() {
    return null;
  }
}
