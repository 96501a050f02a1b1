package de.lokalwillkommen.kiosk.gate;

import de.lokalwillkommen.core.kernel.Refused;
import de.lokalwillkommen.web.security.SecurityLog;
import de.lokalwillkommen.web.security.shared.SecurityEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.Supplier;

/** Writes refusals of device tokens to the security log. */
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
   * Runs an operation of a device, and logs a refusal.
   *
   * @throws Refused as the check of the device's token does
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
