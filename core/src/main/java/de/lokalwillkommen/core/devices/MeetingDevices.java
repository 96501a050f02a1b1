package de.lokalwillkommen.core.devices;

import de.lokalwillkommen.core.kernel.Author;
import de.lokalwillkommen.core.kernel.UseCase;
import de.lokalwillkommen.core.staff.SecretToken;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Notes that devices have come, and gives them new tokens when these are due. */
@UseCase
public class MeetingDevices {

  private DeviceRegistry registry;
  private DeviceLog log;
  private Clock clock;

  protected MeetingDevices() {}

  @Inject
  MeetingDevices(DeviceRegistry registry, DeviceLog log, Clock clock) {
    this.registry = registry;
    this.log = log;
    this.clock = clock;
  }

  /**
   * A device that has come.
   *
   * @param device the device
   * @param renewed its new token, if one is due; the present one is valid until that is used
   */
  public record Met(KnownDevice device, Optional<SecretToken> renewed) {}

  /**
   * A device that follows its office by a socket.
   *
   * @param device the device
   * @param isToRenew whether it must come to get a new token
   */
  public record Following(KnownDevice device, boolean isToRenew) {}

  /** A device has come with a token; empty if that is unknown or the pairing has ended. */
  public Optional<Met> meet(SecretToken token) {
    return registry
        .findByToken(token.hash())
        .flatMap(device -> registry.findForChange(device.id()))
        // another request may have used the next token meanwhile
        .filter(device -> !device.isRevoked() && device.isOf(token))
        .map(device -> met(device, token));
  }

  private Met met(Device device, SecretToken token) {
    String before = DeviceLog.state(device);
    boolean isFirst = !device.isSeen();
    boolean isRenewed = device.isOfNext(token);
    if (isFirst) {
      registry.removeRequestOf(device.id());
    }
    Optional<SecretToken> renewed = device.arrive(token, clock.instant());
    if (isFirst || isRenewed) {
      log.write(Author.DEVICE, device.office(), "TAKE_TOKEN", device, before);
    }
    return new Met(device.known(), renewed);
  }

  /** Of devices that are connected, those that are still paired. */
  public List<Following> listPaired(Collection<Long> ids) {
    Instant now = clock.instant();
    List<Device> paired = registry.list(ids).stream().filter(d -> !d.isRevoked()).toList();
    paired.stream().filter(device -> device.isLongUnseen(now)).forEach(d -> d.beSeen(now));
    return paired.stream().map(d -> new Following(d.known(), d.isToRenew())).toList();
  }
}
