package de.lokalwillkommen.kiosk.api;

import de.lokalwillkommen.core.devices.Devices;
import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.staff.SecretToken;
import de.lokalwillkommen.web.app.Installation;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Lets known kiosks issue tickets for their office, and none of them faster than people can: five
 * seconds apart, forty in an hour. A demonstration lets everybody in.
 */
@ApplicationScoped
public class DeviceGate {

  private static final String BEARER = "Bearer ";
  private static final Bandwidth APART =
      Bandwidth.builder().capacity(1).refillGreedy(1, Duration.ofSeconds(5)).build();
  private static final Bandwidth AN_HOUR =
      Bandwidth.builder().capacity(40).refillIntervally(40, Duration.ofHours(1)).build();

  private final Map<Long, Bucket> buckets = new ConcurrentHashMap<>();
  private Devices devices;
  private Installation installation;

  protected DeviceGate() {}

  @Inject
  DeviceGate(Devices devices, Installation installation) {
    this.devices = devices;
    this.installation = installation;
  }

  /**
   * Admits a device.
   *
   * @param authorization the header of that name, or null
   * @throws de.lokalwillkommen.core.kernel.Refused {@code NOT_SIGNED_IN} for an unknown device,
   *     {@code TOO_OFTEN} for one that is too fast
   */
  public void admit(String office, String authorization) {
    if (installation.isDemo()) {
      return;
    }
    if (authorization == null || !authorization.startsWith(BEARER)) {
      throw Refusal.of(Kind.NOT_SIGNED_IN, "device.unknown").asException();
    }
    SecretToken token = new SecretToken(authorization.substring(BEARER.length()).strip());
    long kiosk = devices.getKiosk(token, office);
    if (!buckets.computeIfAbsent(kiosk, k -> bucket()).tryConsume(1)) {
      throw Refusal.of(Kind.TOO_OFTEN, "request.tooMany").asException();
    }
  }

  private static Bucket bucket() {
    return Bucket.builder().addLimit(APART).addLimit(AN_HOUR).build();
  }
}
