package de.lokalwillkommen.core.devices;

import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.kernel.UseCase;
import de.lokalwillkommen.core.offices.OfficeDirectory;
import de.lokalwillkommen.core.staff.Right;
import de.lokalwillkommen.core.staff.SignedIn;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Approves devices that ask to be paired, renames and moves devices, renews their tokens and ends
 * their pairings. A change names the version that the editor has seen; of two editors the second is
 * told.
 */
@UseCase
public class ManagingDevices {

  private DeviceRegistry registry;
  private OfficeDirectory offices;
  private DeviceLog log;
  private Clock clock;

  protected ManagingDevices() {}

  @Inject
  ManagingDevices(DeviceRegistry registry, OfficeDirectory offices, DeviceLog log, Clock clock) {
    this.registry = registry;
    this.offices = offices;
    this.log = log;
    this.clock = clock;
  }

  /**
   * A device that asks to be paired.
   *
   * @param wanted what it asks to be
   * @param until when its code expires
   */
  public record Asking(DeviceRole wanted, Instant until) {}

  /** The devices that a person may manage, by office and name; also those that were revoked. */
  public List<DeviceView> list(SignedIn who) {
    return registry.list().stream()
        .filter(device -> isManagedBy(who, device))
        .map(Device::view)
        .toList();
  }

  /** The device with that identifier, if the person may manage it. */
  public Optional<DeviceView> find(SignedIn who, long id) {
    return registry.find(id).filter(device -> isManagedBy(who, device)).map(Device::view);
  }

  /** The device that shows a code, if it still asks to be paired. */
  public Optional<Asking> findAsking(SignedIn who, PairingCode code) {
    requireMayManage(who.may(Right.MANAGE_DEVICES));
    return registry
        .findByCode(code)
        .filter(request -> request.isOpen(clock.instant()))
        .map(request -> new Asking(request.wanted(), request.expiresAt()));
  }

  /**
   * Pairs the device that shows a code.
   *
   * @throws de.lokalwillkommen.core.kernel.Refused {@code NOT_ALLOWED} if the person does not
   *     manage devices of that office; {@code UNKNOWN} if no device shows that code or there is no
   *     such office; {@code CONFLICT} if it was approved already; {@code INVALID} if a board shows
   *     the code and the role keeps none
   */
  public DeviceView approve(SignedIn who, PairingCode code, DeviceRole role, DeviceData data) {
    requireMayManage(who.may(Right.MANAGE_DEVICES, data.office()));
    requireOffice(data.office());
    Instant now = clock.instant();
    PairingRequest request =
        registry
            .findByCodeForChange(code)
            .filter(r -> now.isBefore(r.expiresAt()))
            .orElseThrow(
                () ->
                    Refusal.of(Kind.UNKNOWN, "device.codeUnknown")
                        .with("field", "code")
                        .asException());
    // a board's page asks as a board; what asks as a kiosk may be any program
    if (request.wanted() == DeviceRole.DISPLAY && !role.may(ClientRight.KEEP_BOARD)) {
      throw Refusal.of(Kind.INVALID, "device.isBoard").with("field", "role").asException();
    }
    Device device = request.newDevice(role, data, now);
    registry.add(device);
    request.approve(device, now);
    log.write(who.asAuthor(), data.office(), "PAIR", device, "");
    return device.view();
  }

  /**
   * Renames a device or moves it to another office.
   *
   * @param version the version that the person has seen
   * @throws de.lokalwillkommen.core.kernel.Refused {@code UNKNOWN} if there is no such device that
   *     the person may manage, or no such office; {@code NOT_ALLOWED} if the person does not manage
   *     devices of the new office; {@code CHANGED_MEANWHILE} if it has been changed since; {@code
   *     CONFLICT} if its pairing has ended
   */
  public DeviceView change(SignedIn who, long id, int version, DeviceData data) {
    requireMayManage(who.may(Right.MANAGE_DEVICES, data.office()));
    requireOffice(data.office());
    return changed(who, id, version, "CHANGE", device -> device.become(data));
  }

  /**
   * Gives a device a new token the next time it comes; the present one is valid until it uses the
   * new one.
   *
   * @throws de.lokalwillkommen.core.kernel.Refused as {@link #change} says
   */
  public DeviceView renewToken(SignedIn who, long id, int version) {
    return changed(who, id, version, "RENEW_TOKEN", Device::renewToken);
  }

  /**
   * Ends the pairing of a device at once.
   *
   * @throws de.lokalwillkommen.core.kernel.Refused as {@link #change} says
   */
  public DeviceView revoke(SignedIn who, long id, int version) {
    return changed(who, id, version, "UNPAIR", device -> device.revoke(clock.instant()));
  }

  private DeviceView changed(
      SignedIn who, long id, int version, String action, Consumer<Device> decision) {
    Device device =
        registry
            .findForChange(id)
            .filter(d -> isManagedBy(who, d))
            .orElseThrow(() -> Refusal.of(Kind.UNKNOWN, "device.notThere").asException());
    device.beginChange(version);
    String from = device.office();
    String before = DeviceLog.state(device);
    decision.accept(device);
    // of a device that moves, both offices are told
    Stream.of(from, device.office())
        .distinct()
        .forEach(office -> log.write(who.asAuthor(), office, action, device, before));
    return device.view();
  }

  private void requireOffice(String office) {
    if (offices.find(office).isEmpty()) {
      throw Refusal.of(Kind.UNKNOWN, "office.unknown").with("field", "office").asException();
    }
  }

  private static boolean isManagedBy(SignedIn who, Device device) {
    return who.may(Right.MANAGE_DEVICES, device.office());
  }

  private static void requireMayManage(boolean may) {
    if (!may) {
      throw Refusal.of(Kind.NOT_ALLOWED, "device.notYours").asException();
    }
  }
}
