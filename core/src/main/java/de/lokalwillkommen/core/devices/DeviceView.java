package de.lokalwillkommen.core.devices;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A device as staff see it.
 *
 * @param id its identifier
 * @param version the state, to be sent with a change
 * @param role what it is for
 * @param data its office and its name
 * @param pairedAt since when it is paired
 * @param seenAt when it has last asked for something, to the minute; empty if never
 * @param state how its pairing stands
 * @param health how it was when it last reported; empty if it never has
 */
public record DeviceView(
    long id,
    int version,
    DeviceRole role,
    DeviceData data,
    Instant pairedAt,
    Optional<Instant> seenAt,
    DeviceState state,
    Optional<DeviceHealth> health) {

  /** A device that is switched on comes about every minute; a short break of the network passes. */
  private static final Duration SILENT_AFTER = Duration.ofMinutes(5);

  /** Whether a paired device has not come for a while, or never. */
  public boolean isSilentAt(Instant now) {
    return state != DeviceState.REVOKED
        && seenAt.filter(at -> at.isAfter(now.minus(SILENT_AFTER))).isEmpty();
  }

  /** What staff should look after, the most serious first. A silent device has no other problem. */
  public List<DeviceProblem> problemsAt(Instant now) {
    if (state == DeviceState.REVOKED) {
      return List.of();
    }
    return isSilentAt(now)
        ? List.of(DeviceProblem.SILENT)
        : Arrays.stream(DeviceProblem.values())
            .filter(problem -> health.filter(h -> h.has(problem, role)).isPresent())
            .toList();
  }
}
