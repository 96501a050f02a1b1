package de.lokalwillkommen.kiosk.gate;

import de.lokalwillkommen.core.booking.Channel;
import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.web.page.Recognised;
import de.lokalwillkommen.web.request.BearerToken;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.regex.Pattern;

/** Lets a kiosk's browser issue tickets by the device token that it keeps as a cookie. */
@RequestScoped
public class KioskGate {

  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{20,200}");

  private DeviceGate gate;
  private HttpServletRequest request;

  protected KioskGate() {}

  @Inject
  KioskGate(DeviceGate gate, HttpServletRequest request) {
    this.gate = gate;
    this.request = request;
  }

  /**
   * Admits this browser.
   *
   * @return the limit at which it may issue tickets
   * @throws de.lokalwillkommen.core.kernel.Refused as {@link DeviceGate#admit} says
   */
  public TicketLimit admit(String office) {
    TicketLimit limit = gate.admit(office, authorization());
    tellRecognised();
    return limit;
  }

  /**
   * Admits this browser for the check-in by a code.
   *
   * @throws de.lokalwillkommen.core.kernel.Refused as {@link DeviceGate#admitCheckIn} says
   */
  public void admitCheckIn(String office) {
    gate.admitCheckIn(office, authorization());
    tellRecognised();
  }

  /**
   * The channel of bookings in this browser, unless the page is a phone's.
   *
   * @throws de.lokalwillkommen.core.kernel.Refused as {@link DeviceGate#channelOf} says
   */
  public Channel channel() {
    return gate.isOpenToAll() ? Channel.KIOSK : gate.channelOf(authorization());
  }

  private void tellRecognised() {
    ExternalContext answer = FacesContext.getCurrentInstance().getExternalContext();
    Recognised.tell((HttpServletResponse) answer.getResponse(), DeviceCookie.nameIn(request));
  }

  private String authorization() {
    return DeviceCookie.find(request).map(BearerToken::header).orElse(null);
  }

  /** Whether this browser may be a kiosk; in demo mode any may. */
  public boolean isKiosk() {
    return gate.isOpenToAll() || hasToken();
  }

  /** Whether this browser has a token, which may be invalid. */
  public boolean hasToken() {
    return DeviceCookie.find(request).isPresent();
  }

  /**
   * Gives this browser a token.
   *
   * @throws de.lokalwillkommen.core.kernel.Refused {@code INVALID} if it is malformed
   */
  public void keep(String token, HttpServletResponse response) {
    if (!TOKEN.matcher(token).matches()) {
      throw Refusal.of(Refusal.Kind.INVALID, "device.unknown").asException();
    }
    DeviceCookie.keep(token, request, response);
  }
}
