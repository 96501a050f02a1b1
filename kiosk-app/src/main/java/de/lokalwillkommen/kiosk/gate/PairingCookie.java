package de.lokalwillkommen.kiosk.gate;

import de.lokalwillkommen.core.devices.PairingSecret;
import de.lokalwillkommen.web.page.OwnCookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;

/**
 * The cookie in which a browser that asks to be paired keeps its secret: scripts cannot read it, a
 * reload asks for nothing new, and a restart of browser or server ends nothing.
 */
public final class PairingCookie {

  private static final String NAME = "lw-pairing";
  private static final Duration KEPT = Duration.ofHours(1);

  private PairingCookie() {}

  /** The secret of this browser. */
  public static Optional<PairingSecret> find(HttpServletRequest request) {
    return OwnCookie.find(NAME, request).flatMap(PairingSecret::find);
  }

  /** Gives this browser a secret. */
  public static void keep(
      PairingSecret secret, HttpServletRequest request, HttpServletResponse response) {
    OwnCookie.keep(NAME, secret.value(), KEPT, request, response);
  }

  /** Removes the secret from this browser. */
  public static void remove(HttpServletRequest request, HttpServletResponse response) {
    OwnCookie.remove(NAME, request, response);
  }
}
