package de.lokalwillkommen.admin.security;

import de.lokalwillkommen.core.devices.PairingCode;
import de.lokalwillkommen.web.page.OwnCookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;

/**
 * The cookie that keeps the code of a device while a person signs in, perhaps in several steps: who
 * has scanned the QR code of a device is led to the form with its code. The code gives nothing.
 */
public final class AskingDeviceCookie {

  private static final String NAME = "lw_asking_device";
  private static final String PARAMETER = "code";
  private static final Duration KEPT = Duration.ofMinutes(10);

  private AskingDeviceCookie() {}

  /** Keeps the code in the address, if the page of the devices was asked for with one. */
  static void keep(HttpServletRequest request, HttpServletResponse response) {
    if (Section.DEVICES.includes(AccessArea.pathOf(request))) {
      Optional.ofNullable(request.getParameter(PARAMETER))
          .flatMap(PairingCode::find)
          .ifPresent(code -> OwnCookie.keep(NAME, code.inGroups(), KEPT, request, response));
    }
  }

  /** The path of the form with the code that was kept, which is forgotten; empty if none was. */
  public static Optional<String> takePath(
      HttpServletRequest request, HttpServletResponse response) {
    Optional<PairingCode> code = OwnCookie.find(NAME, request).flatMap(PairingCode::find);
    code.ifPresent(kept -> OwnCookie.remove(NAME, request, response));
    return code.map(c -> Section.DEVICES.path() + "?" + PARAMETER + "=" + c.inGroups());
  }
}
