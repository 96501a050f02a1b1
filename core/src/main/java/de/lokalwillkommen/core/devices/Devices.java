package de.lokalwillkommen.core.devices;

import de.lokalwillkommen.core.kernel.ReadModel;
import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.staff.SecretToken;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The registered devices and their rights. */
@ReadModel
public class Devices {

  private DeviceRegistry registry;
  private Clock clock;

  protected Devices() {}

  @Inject
  Devices(DeviceRegistry registry, Clock clock) {
    this.registry = registry;
    this.clock = clock;
  }

  /**
   * The identifier of the device that presents a token and has a right in an office.
   *
   * @throws de.lokalwillkommen.core.kernel.Refused {@code NOT_SIGNED_IN} if the token does not
   *     belong, or no longer belongs, to such a device
   */
  public long get(SecretToken token, ClientRight right, String office) {
    return get(token, device -> device.may(right, office));
  }

  /**
   * The identifier of the device that presents a token and has a right in any office.
   *
   * @throws de.lokalwillkommen.core.kernel.Refused {@code NOT_SIGNED_IN} if the token does not
   *     belong, or no longer belongs, to such a device
   */
  public long get(SecretToken token, ClientRight right) {
    return get(token, device -> device.may(right));
  }

  /** Whether a token belongs to a device that has a right in an office. */
  public boolean may(SecretToken token, ClientRight right, String office) {
    return find(token).filter(device -> device.may(right, office)).isPresent();
  }

  /** The device that presents a token, unless the token is unknown or its pairing has ended. */
  public Optional<KnownDevice> find(SecretToken token) {
    return findPaired(token).map(Device::known);
  }

  /** Whether {@link MeetingDevices#meet} has something to do for that token. */
  public boolean isToBeNoted(SecretToken token) {
    return findPaired(token)
        .filter(device -> device.isToBeNoted(token, clock.instant()))
        .isPresent();
  }

  /** The paired devices of an office. */
  public List<DeviceView> listPairedIn(String office) {
    return registry.list().stream()
        .map(Device::view)
        .filter(device -> device.data().office().equals(office))
        .filter(device -> device.state() != DeviceState.REVOKED)
        .toList();
  }

  /** Whether any device is paired that issues tickets. */
  public boolean hasKiosk() {
    return registry.list().stream()
        .map(Device::view)
        .anyMatch(
            device ->
                device.role().may(ClientRight.ISSUE_TICKETS)
                    && device.state() != DeviceState.REVOKED);
  }

  private long get(SecretToken token, Predicate<KnownDevice> suits) {
    return find(token)
        .filter(suits)
        .map(KnownDevice::id)
        .orElseThrow(() -> Refusal.of(Kind.NOT_SIGNED_IN, "device.unknown").asException());
  }

  private Optional<Device> findPaired(SecretToken token) {
    return registry.findByToken(token.hash()).filter(device -> !device.isRevoked());
  }
}
