package de.lokalwillkommen.kiosk.api;

import de.lokalwillkommen.core.kernel.Refused;
import de.lokalwillkommen.web.security.SecurityEvent;
import de.lokalwillkommen.web.security.SecurityLog;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.Supplier;

/** Writes to the security log which device tokens are refused. */
@ApplicationScoped
public class DeviceRefusals {

  private SecurityLog log;
  private HttpServletRequest request;

  protected DeviceRefusals() {}

  @Inject
  DeviceRefusals(SecurityLog log, HttpServletRequest request) {
    this.log = log;
    this.request = request;
  }

  /**
   * What a device is let do, or why it is not.
   *
   * @throws Refused as the device's recognition says
   */
  <T> T noting(Supplier<T> recognition) {
    try {
      return recognition.get();
    } catch (Refused refused) {
      log.write(SecurityEvent.DEVICE_REFUSED, Optional.empty(), refused.refusal().key(), request);
      throw refused;
    }
  }
}
