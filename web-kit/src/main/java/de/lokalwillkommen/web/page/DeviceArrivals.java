package de.lokalwillkommen.web.page;

import de.lokalwillkommen.core.devices.Devices;
import de.lokalwillkommen.core.devices.KnownDevice;
import de.lokalwillkommen.core.devices.MeetingDevices;
import de.lokalwillkommen.core.devices.MeetingDevices.Met;
import de.lokalwillkommen.core.staff.SecretToken;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Recognises the device whose browser opens a page, and gives it a new token when one is due. */
@ApplicationScoped
public class DeviceArrivals {

  private static final Logger LOG = Logger.getLogger(DeviceArrivals.class.getName());

  private Devices devices;
  private MeetingDevices meeting;

  protected DeviceArrivals() {}

  @Inject
  public DeviceArrivals(Devices devices, MeetingDevices meeting) {
    this.devices = devices;
    this.meeting = meeting;
  }

  /**
   * The device with that token; empty if the token is unknown or the pairing has ended.
   *
   * @param response gets a new token when one is due
   */
  public Optional<KnownDevice> meet(
      SecretToken token, HttpServletRequest request, HttpServletResponse response) {
    return devices.isToBeNoted(token) ? note(token, request, response) : devices.find(token);
  }

  /** A page is shown although nothing can be noted, for instance on a full disk. */
  private Optional<KnownDevice> note(
      SecretToken token, HttpServletRequest request, HttpServletResponse response) {
    try {
      Optional<Met> met = meeting.meet(token);
      met.ifPresent(
          m -> m.renewed().ifPresent(t -> DeviceCookies.keep(m.device(), t, request, response)));
      return met.map(Met::device);
    } catch (RuntimeException notNow) {
      LOG.log(Level.FINE, "a device could not be noted", notNow);
      return devices.find(token);
    }
  }
}
