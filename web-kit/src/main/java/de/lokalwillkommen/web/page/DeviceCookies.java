package de.lokalwillkommen.web.page;

import de.lokalwillkommen.core.devices.ClientRight;
import de.lokalwillkommen.core.devices.KnownDevice;
import de.lokalwillkommen.core.staff.SecretToken;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * The cookies in which a browser keeps its device token: one for each application, since over TLS
 * all share their cookies. The tablet of an outpost has both.
 */
public final class DeviceCookies {

  /** The cookie of devices that issue tickets. */
  public static final String KIOSK = "lw-device";

  /** The cookie of devices that show a board. */
  public static final String DISPLAY = "lw-display-device";

  private DeviceCookies() {}

  /** Gives this browser the token of a device, for each application that the device uses. */
  public static void keep(
      KnownDevice device,
      SecretToken token,
      HttpServletRequest request,
      HttpServletResponse response) {
    if (device.may(ClientRight.ISSUE_TICKETS)) {
      OwnCookie.keepFor(VisitorPage.KIOSKS, KIOSK, token.value(), request, response);
    }
    if (device.may(ClientRight.KEEP_BOARD)) {
      OwnCookie.keepFor(VisitorPage.DISPLAYS, DISPLAY, token.value(), request, response);
    }
  }
}
