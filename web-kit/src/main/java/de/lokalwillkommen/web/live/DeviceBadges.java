package de.lokalwillkommen.web.live;

import de.lokalwillkommen.core.devices.KnownDevice;
import de.lokalwillkommen.core.devices.MeetingDevices;
import de.lokalwillkommen.core.devices.MeetingDevices.Following;
import de.lokalwillkommen.core.staff.SecretToken;
import jakarta.websocket.CloseReason.CloseCode;
import jakarta.websocket.CloseReason.CloseCodes;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Badges of subscribers that have a device token. A device that is revoked, moved or unknown is
 * dismissed soon, and its page then asks the server what it is now.
 */
public final class DeviceBadges {

  /** The code with which the socket of such a device is closed: not for this device any more. */
  public static final CloseCode NOT_YOURS = CloseCodes.getCloseCode(4401);

  private static final Pattern PAIRED = Pattern.compile("device:(\\d+)@(.*)");
  private static final Pattern REFUSED = Pattern.compile("device:-.*");

  private DeviceBadges() {}

  /** The badge of a subscriber with a token; each one that is refused has another. */
  public static String of(Optional<KnownDevice> device) {
    return device
        .map(known -> "device:" + known.id() + "@" + known.office())
        .orElseGet(() -> "device:-" + SecretToken.random().value());
  }

  /**
   * The badges, of those given, of devices that may not stay.
   *
   * @param comesAnew whether the page of a device must be opened anew to get a new token
   */
  public static Set<String> listExpired(
      Set<String> badges, MeetingDevices meeting, boolean comesAnew) {
    Set<Long> ids =
        badges.stream()
            .map(PAIRED::matcher)
            .filter(Matcher::matches)
            .map(badge -> Long.valueOf(badge.group(1)))
            .collect(Collectors.toSet());
    Map<Long, Following> paired =
        ids.isEmpty()
            ? Map.of()
            : meeting.listPaired(ids).stream()
                .collect(Collectors.toMap(f -> f.device().id(), Function.identity()));
    return badges.stream()
        .filter(badge -> isExpired(badge, paired, comesAnew))
        .collect(Collectors.toSet());
  }

  private static boolean isExpired(String badge, Map<Long, Following> paired, boolean comesAnew) {
    Matcher device = PAIRED.matcher(badge);
    if (!device.matches()) {
      return REFUSED.matcher(badge).matches();
    }
    return Optional.ofNullable(paired.get(Long.valueOf(device.group(1))))
        .filter(present -> present.device().office().equals(device.group(2)))
        .filter(present -> !(comesAnew && present.isToRenew()))
        .isEmpty();
  }
}
