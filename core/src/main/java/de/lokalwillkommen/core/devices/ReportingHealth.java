package de.lokalwillkommen.core.devices;

import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.kernel.UseCase;
import de.lokalwillkommen.core.staff.SecretToken;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;

/** Notes what devices report of themselves. */
@UseCase
public class ReportingHealth {

  private DeviceRegistry registry;
  private Clock clock;

  protected ReportingHealth() {}

  @Inject
  ReportingHealth(DeviceRegistry registry, Clock clock) {
    this.registry = registry;
    this.clock = clock;
  }

  /**
   * A device reports; one that has just done so is not noted again.
   *
   * @throws de.lokalwillkommen.core.kernel.Refused {@code NOT_SIGNED_IN} if the token does not
   *     belong, or no longer belongs, to a device
   */
  public void report(SecretToken token, DeviceReport report) {
    Instant now = clock.instant();
    Device known =
        registry
            .findByToken(token.hash())
            .filter(device -> !device.isRevoked())
            .filter(device -> device.known().may(ClientRight.REPORT_HEALTH))
            .orElseThrow(() -> Refusal.of(Kind.NOT_SIGNED_IN, "device.unknown").asException());
    if (known.hasReportedLately(now)) {
      return;
    }
    registry
        .findForChange(known.id())
        .filter(device -> !device.isRevoked())
        .ifPresent(device -> device.note(report, now));
  }
}
