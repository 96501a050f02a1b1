package de.lokalwillkommen.core.devices;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How a device was when it last reported.
 *
 * @param at when that was
 * @param upSince since when its browser has been running
 * @param isPageCurrent whether its page was of the release that ran then
 * @param screen width and height in CSS pixels, as {@code 1280x800}
 * @param sound whether it can be heard
 * @param drift by how much its clock is ahead of the server's; negative if behind
 * @param losses how often it had lost the network that day
 * @param lastTicket the beginning of the half hour in which it has last shown a ticket that it
 *     issued, if since its start
 */
public record DeviceHealth(
    Instant at,
    Instant upSince,
    boolean isPageCurrent,
    String screen,
    DeviceSound sound,
    Duration drift,
    int losses,
    Optional<Instant> lastTicket) {

  private static final Duration WRONG_FROM = Duration.ofMinutes(2);
  private static final int MANY_LOSSES = 10;

  /** Whether that is a problem for a device of that role. */
  boolean has(DeviceProblem problem, DeviceRole role) {
    return switch (problem) {
      case SILENT -> false;
      case MUTE -> sound == DeviceSound.BLOCKED && role == DeviceRole.DISPLAY;
      case CLOCK -> drift.abs().compareTo(WRONG_FROM) >= 0;
      case NETWORK -> losses >= MANY_LOSSES;
      case OLD_PAGE -> !isPageCurrent;
    };
  }
}
