package de.lokalwillkommen.web.rest;

import de.lokalwillkommen.core.devices.DeviceReport;
import de.lokalwillkommen.core.devices.DeviceSound;
import java.time.Duration;
import java.time.Instant;

/** The body in which a device reports how it is, the same for kiosks and boards. */
public final class DeviceReportBody {

  private static final int WORD = 60;

  private DeviceReportBody() {}

  /**
   * The report in a body.
   *
   * @param assets the address of the assets of the release that runs
   * @param now when the body has arrived: what its {@code clock} says beyond that is drift
   * @throws de.lokalwillkommen.core.kernel.Refused {@code INVALID} for a value that cannot be
   * @throws BadBody for a field that is missing or has another type
   */
  public static DeviceReport read(String text, String assets, Instant now) {
    JsonBody body = JsonBody.read(text);
    return new DeviceReport(
        Duration.ofSeconds(body.number("upSeconds")),
        assets.endsWith(body.text("assets", WORD)),
        body.number("width"),
        body.number("height"),
        body.oneOf(DeviceSound.class, "sound"),
        drift(body.wholeNumber("clock"), now),
        body.number("losses"),
        body.findNumber("ticketSecondsAgo").map(Duration::ofSeconds));
  }

  /** A machine without a battery begins in 1970: its clock is as wrong as it can be told. */
  private static Duration drift(long clock, Instant now) {
    long most = DeviceReport.LONGEST.toMillis();
    long told = Math.max(0, Math.min(now.toEpochMilli() + most, clock));
    return Duration.ofMillis(Math.max(-most, told - now.toEpochMilli()));
  }
}
