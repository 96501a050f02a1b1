package de.lokalwillkommen.core.devices;

import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import java.time.Duration;
import java.util.Optional;

/**
 * What a device says of itself: counted, never about who used it. The canonical constructor refuses
 * what cannot be as {@code INVALID} and names the field.
 *
 * @param up since how long its browser has been running, up to ten years
 * @param isPageCurrent whether its page is of the release that runs
 * @param width of the screen in CSS pixels, 1 to 99,999
 * @param height of the screen in CSS pixels, 1 to 99,999
 * @param sound whether it can be heard
 * @param drift by how much its clock is ahead of the server's, within ten years; negative if behind
 * @param losses how often it has lost the network today, 0 to 99,999
 * @param sinceTicket how long ago it has shown a ticket that it issued, up to ten years; empty if
 *     it has not since its browser was started
 */
public record DeviceReport(
    Duration up,
    boolean isPageCurrent,
    int width,
    int height,
    DeviceSound sound,
    Duration drift,
    int losses,
    Optional<Duration> sinceTicket) {

  /** The longest time that can be told. */
  public static final Duration LONGEST = Duration.ofDays(3653);

  private static final int MOST = 99_999;

  public DeviceReport {
    require(isWithin(up) && !up.isNegative(), "up");
    require(isCount(width) && width > 0, "width");
    require(isCount(height) && height > 0, "height");
    require(isWithin(drift), "drift");
    require(isCount(losses), "losses");
    require(sinceTicket.stream().allMatch(t -> isWithin(t) && !t.isNegative()), "sinceTicket");
  }

  private static boolean isWithin(Duration time) {
    return time.abs().compareTo(LONGEST) <= 0;
  }

  private static boolean isCount(int number) {
    return number >= 0 && number <= MOST;
  }

  private static void require(boolean fits, String field) {
    if (!fits) {
      throw Refusal.of(Kind.INVALID, "device.report").with("field", field).asException();
    }
  }
}
