package de.lokalwillkommen.kiosk.ticket;

import de.lokalwillkommen.core.devices.ClientRight;
import de.lokalwillkommen.core.devices.DeviceRole;
import de.lokalwillkommen.core.devices.KnownDevice;
import de.lokalwillkommen.core.devices.PairingCode;
import de.lokalwillkommen.core.devices.PairingDevices.Asked;
import de.lokalwillkommen.core.kernel.Refused;
import de.lokalwillkommen.kiosk.gate.PairingBrowser;
import de.lokalwillkommen.kiosk.page.Address;
import de.lokalwillkommen.kiosk.page.PageState;
import de.lokalwillkommen.web.page.PublicAddress;
import de.lokalwillkommen.web.page.QrCode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The code of a browser that asks to be paired. */
@Named
@RequestScoped
public class PairingPage {

  private static final Pattern LOOK = Pattern.compile("[a-z]+=[a-z0-9.]+(?:&[a-z]+=[a-z0-9.]+)*");
  private static final String BOARD = "board";
  private static final String DEVICES = "/admin/devices";
  private static final Duration AGAIN_AFTER = Duration.ofMinutes(1);

  @Inject private PairingBrowser browser;
  @Inject private PublicAddress publicAddress;
  @Inject private PageState here;
  @Inject private HttpServletRequest request;
  @Inject private Clock clock;
  private Optional<Asked> asked = Optional.empty();

  /**
   * Gives this browser its token, or else makes it ask for one.
   *
   * @return the path of the page that the device then shows; empty if it waits for its approval
   */
  Optional<String> load(HttpServletResponse response) {
    Optional<KnownDevice> device = browser.takeToken(request, response);
    if (device.isEmpty()) {
      ask(response);
    }
    return device.map(known -> startOf(known));
  }

  private void ask(HttpServletResponse response) {
    try {
      asked = Optional.of(browser.ask(wanted(), request, response));
    } catch (Refused notNow) {
      asked = Optional.empty();
    }
  }

  private DeviceRole wanted() {
    return BOARD.equals(here.getStep(Address.Parameter.FOR))
        ? DeviceRole.DISPLAY
        : DeviceRole.KIOSK;
  }

  /** Where a device begins. */
  String startOf(KnownDevice device) {
    return device.may(ClientRight.ISSUE_TICKETS)
        ? here.startOf(device.office())
        : "/display/" + device.office() + look();
  }

  private String look() {
    String look = here.getStep(Address.Parameter.LOOK);
    return LOOK.matcher(look).matches() ? "?" + look : "";
  }

  /** Whether there is a code; otherwise too many devices ask at the moment. */
  public boolean isAsking() {
    return asked.isPresent();
  }

  /** The code in two groups. */
  public String getCode() {
    return code().inGroups();
  }

  /** The code letter by letter, for screen readers. */
  public String getSpelled() {
    return code().text().chars().mapToObj(Character::toString).collect(Collectors.joining(", "));
  }

  private PairingCode code() {
    return asked.orElseThrow().secret().code();
  }

  /** After how many seconds the page is shown anew, with another code. */
  public long getSeconds() {
    return asked
        .map(a -> Duration.between(clock.instant(), a.until()))
        .orElse(AGAIN_AFTER)
        .toSeconds();
  }

  /** The address of the page on which the code is approved, without the code. */
  public String getDevices() {
    return publicAddress.of(request, DEVICES);
  }

  /** The QR code that opens the page on which the code is approved. */
  public QrCode getQrCode() {
    return QrCode.of(publicAddress.of(request, DEVICES + "?code=" + getCode()));
  }
}
