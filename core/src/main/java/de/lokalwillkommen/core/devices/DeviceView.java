package de.lokalwillkommen.core.devices;

import java.time.Duration;
import java.time.Instant;
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
 */
public record DeviceView(
    long id,
    int version,
    DeviceRole role,
    DeviceData data,
    Instant pairedAt,
    Optional<Instant> seenAt,
    DeviceState state) {

  /** A device that is switched on comes about every minute; a short break of the network passes. */
  private static final Duration SILENT_AFTER = Duration.ofMinutes(5);

  /** Whether a paired device has not come for a while, or never. */
  public boolean isSilentAt(Instant now) {
    return state != DeviceState.REVOKED
        && seenAt.filter(at -> at.isAfter(now.minus(SILENT_AFTER))).isEmpty();
  }
}
