package de.lokalwillkommen.kiosk.gate;

import de.lokalwillkommen.core.booking.Channel;
import de.lokalwillkommen.core.devices.Client;
import de.lokalwillkommen.core.devices.ClientRight;
import de.lokalwillkommen.core.devices.Devices;
import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.kernel.Refused;
import de.lokalwillkommen.core.staff.SecretToken;
import de.lokalwillkommen.web.app.Installation;
import de.lokalwillkommen.web.page.Recognised;
import de.lokalwillkommen.web.ratelimit.RateLimit;
import de.lokalwillkommen.web.ratelimit.RateLimits;
import de.lokalwillkommen.web.request.BearerToken;
import io.github.bucket4j.TimeMeter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Lets paired kiosks issue tickets for their office and check visitors in, within rate limits:
 * tickets at the limit that the operator has set; codes three seconds apart, ten at once. In demo
 * mode every caller is admitted.
 */
@ApplicationScoped
public class DeviceGate {

  private static final int MOST_KIOSKS = 1000;

  private final Map<Long, TicketLimit> tickets = new ConcurrentHashMap<>();
  private final RateLimits<Long> checkIns =
      new RateLimits<>(MOST_KIOSKS, () -> RateLimit.of(10, 1, Duration.ofSeconds(3)));
  private Devices devices;
  private Installation installation;
  private DeviceRefusals refusals;
  private HttpServletRequest request;
  private Duration apart = Duration.ZERO;
  private int perHour;

  protected DeviceGate() {}

  @Inject
  DeviceGate(
      Devices devices,
      Installation installation,
      DeviceRefusals refusals,
      HttpServletRequest request,
      @ConfigProperty(name = "lw.kiosk.tickets-apart", defaultValue = "5") int secondsApart,
      @ConfigProperty(name = "lw.kiosk.tickets-per-hour", defaultValue = "40") int perHour) {
    this.devices = devices;
    this.installation = installation;
    this.refusals = refusals;
    this.request = request;
    this.apart = Duration.ofSeconds(secondsApart);
    this.perHour = perHour;
  }

  /** Whether every caller is admitted, as in demo mode. */
  public boolean isOpenToAll() {
    return installation.isDemo();
  }

  /**
   * Admits a device that is to issue a ticket.
   *
   * @param authorization the header of that name, or null
   * @return the limit at which it may
   * @throws Refused {@code NOT_SIGNED_IN} for an unknown device
   */
  public TicketLimit admit(String office, String authorization) {
    if (installation.isDemo()) {
      return TicketLimit.ANY;
    }
    long kiosk =
        recognise(() -> devices.get(tokenIn(authorization), ClientRight.ISSUE_TICKETS, office));
    return tickets.computeIfAbsent(
        kiosk, k -> new KioskTicketLimit(apart, perHour, TimeMeter.SYSTEM_NANOTIME));
  }

  /**
   * Admits a device for the check-in by a code; a second try may follow at once.
   *
   * @param authorization the header of that name, or null
   * @throws Refused {@code NOT_SIGNED_IN} for an unknown device, {@code TOO_OFTEN} for one that is
   *     too fast
   */
  public void admitCheckIn(String office, String authorization) {
    if (!installation.isDemo()) {
      checkIns
          .of(recognise(() -> devices.get(tokenIn(authorization), ClientRight.CHECK_IN, office)))
          .take();
    }
  }

  /**
   * The channel of a booking: a kiosk if the request has the token of a device that books as one;
   * without a token from outside, as a stranger may. In demo mode any token counts.
   *
   * @param authorization the header of that name, or null
   * @throws Refused {@code NOT_SIGNED_IN} for a token that is not a kiosk's
   */
  public Channel channelOf(String authorization) {
    if (authorization == null && Client.STRANGER.may(ClientRight.BOOK_FROM_OUTSIDE)) {
      return Channel.OUTSIDE;
    }
    SecretToken token = tokenIn(authorization);
    if (!installation.isDemo()) {
      recognise(() -> devices.get(token, ClientRight.BOOK_AT_KIOSK));
    }
    return Channel.KIOSK;
  }

  /**
   * Admits a device that reports how it is.
   *
   * @param authorization the header of that name; without one, the cookie of the browser counts
   * @return its token
   * @throws Refused {@code NOT_SIGNED_IN} for an unknown device
   */
  public SecretToken admitReport(String authorization) {
    Optional<String> cookie = DeviceCookie.find(request).filter(c -> authorization == null);
    SecretToken token = cookie.map(SecretToken::new).orElseGet(() -> tokenIn(authorization));
    refusals.noting(() -> devices.get(token, ClientRight.REPORT_HEALTH));
    Recognised.note(
        request, cookie.map(c -> DeviceCookie.nameIn(request)).orElse(Recognised.AUTHORIZATION));
    return token;
  }

  /** Whether a token is that of a kiosk of any office. */
  public boolean isKiosk(String token) {
    return findKiosk(BearerToken.header(token)).isPresent();
  }

  /**
   * The identifier of the kiosk with that token, if it is a kiosk's.
   *
   * @param authorization the header of that name
   */
  Optional<Long> findKiosk(String authorization) {
    try {
      long kiosk = devices.get(tokenIn(authorization), ClientRight.BOOK_AT_KIOSK);
      Recognised.note(request, Recognised.AUTHORIZATION);
      return Optional.of(kiosk);
    } catch (Refused noKiosk) {
      return Optional.empty();
    }
  }

  private long recognise(Supplier<Long> recognition) {
    long kiosk = refusals.noting(recognition);
    Recognised.note(request, Recognised.AUTHORIZATION);
    return kiosk;
  }

  private static SecretToken tokenIn(String authorization) {
    return BearerToken.find(authorization)
        .orElseThrow(() -> Refusal.of(Kind.NOT_SIGNED_IN, "device.unknown").asException());
  }
}
