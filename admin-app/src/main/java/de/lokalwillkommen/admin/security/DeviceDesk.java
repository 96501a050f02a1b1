package de.lokalwillkommen.admin.security;

import de.lokalwillkommen.core.devices.DeviceData;
import de.lokalwillkommen.core.devices.DeviceRole;
import de.lokalwillkommen.core.devices.DeviceView;
import de.lokalwillkommen.core.devices.ManagingDevices;
import de.lokalwillkommen.core.devices.ManagingDevices.Asking;
import de.lokalwillkommen.core.devices.PairingCode;
import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.kernel.Refused;
import de.lokalwillkommen.core.staff.SignedIn;
import de.lokalwillkommen.web.ratelimit.RateLimit;
import de.lokalwillkommen.web.ratelimit.RateLimits;
import de.lokalwillkommen.web.security.SecurityLog;
import de.lokalwillkommen.web.security.shared.SecurityEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Approves and revokes devices for pages and programs, and writes both to the security log. Each
 * person types ten wrong codes at once and ten a minute, so that guessing finds none and slows down
 * the person alone.
 */
@ApplicationScoped
public class DeviceDesk {

  private static final int MOST_PEOPLE = 10_000;
  private static final String DEVICE = "device";

  private final RateLimits<Long> wrong =
      new RateLimits<>(MOST_PEOPLE, () -> RateLimit.of(10, 1, Duration.ofSeconds(6)));
  private ManagingDevices devices;
  private SecurityLog log;

  protected DeviceDesk() {}

  @Inject
  DeviceDesk(ManagingDevices devices, SecurityLog log) {
    this.devices = devices;
    this.log = log;
  }

  /**
   * Pairs the device that shows a code.
   *
   * @param typed the code as a person types it
   * @throws Refused {@code TOO_OFTEN} after too many wrong codes; or as {@link
   *     ManagingDevices#approve} says
   */
  public DeviceView approve(
      SignedIn who, String typed, DeviceRole role, DeviceData data, HttpServletRequest request) {
    DeviceView device = counted(who, () -> devices.approve(who, code(typed), role, data), request);
    log.write(SecurityEvent.TOKEN_CREATED, Optional.of(who.login()), DEVICE, request);
    return device;
  }

  /**
   * The device that shows a code, if it still asks to be paired.
   *
   * @throws Refused as for {@link #approve}
   */
  public Optional<Asking> findAsking(SignedIn who, String typed, HttpServletRequest request) {
    try {
      Supplier<Asking> look =
          () -> devices.findAsking(who, code(typed)).orElseThrow(DeviceDesk::unknown);
      return Optional.of(counted(who, look, request));
    } catch (Refused noneOrTooOften) {
      return Optional.empty();
    }
  }

  /**
   * Ends the pairing of a device.
   *
   * @throws Refused as {@link ManagingDevices#revoke} says
   */
  public DeviceView revoke(SignedIn who, long id, int version, HttpServletRequest request) {
    DeviceView device = devices.revoke(who, id, version);
    log.write(SecurityEvent.TOKEN_REVOKED, Optional.of(who.login()), DEVICE, request);
    return device;
  }

  private <T> T counted(SignedIn who, Supplier<T> attempt, HttpServletRequest request) {
    RateLimit own = wrong.of(who.counsellor());
    own.take();
    try {
      T right = attempt.get();
      own.giveBack();
      return right;
    } catch (Refused refused) {
      if (refused.refusal().kind() == Kind.UNKNOWN) {
        log.write(
            SecurityEvent.CODES_TRIED, Optional.of(who.login()), refused.refusal().key(), request);
      } else {
        own.giveBack();
      }
      throw refused;
    }
  }

  private static PairingCode code(String typed) {
    return PairingCode.find(typed).orElseThrow(DeviceDesk::unknown);
  }

  private static Refused unknown() {
    return Refusal.of(Kind.UNKNOWN, "device.codeUnknown").with("field", "code").asException();
  }
}
