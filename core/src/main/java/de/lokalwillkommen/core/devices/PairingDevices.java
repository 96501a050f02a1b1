package de.lokalwillkommen.core.devices;

import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.kernel.UseCase;
import de.lokalwillkommen.core.staff.SecretToken;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Pairs devices without a keyboard, as in RFC 8628: a device asks and shows a code, staff approve
 * the code, and the device gets its token for the secret that it has kept. The number of requests
 * is limited, and none is dropped before it expires, so that strangers can push out no device.
 */
@UseCase
public class PairingDevices {

  /** The most requests at once from one network: an office with all its devices. */
  static final int MOST_OF_NETWORK = 20;

  /** The most requests at once. */
  static final int MOST = 400;

  /** Of them only for networks that have no other request. */
  static final int KEPT = 200;

  private DeviceRegistry registry;
  private Clock clock;

  protected PairingDevices() {}

  @Inject
  PairingDevices(DeviceRegistry registry, Clock clock) {
    this.registry = registry;
    this.clock = clock;
  }

  /** How far a request has come. */
  public enum Progress {
    /** Staff have not approved it yet. */
    OPEN,
    /** The device can get its token. */
    APPROVED,
    /** It has expired, the token was handed out, or there was no such request. */
    OVER
  }

  /**
   * A request to be paired.
   *
   * @param secret for the device alone
   * @param wanted what the device asks to be
   * @param until when it expires
   */
  public record Asked(PairingSecret secret, DeviceRole wanted, Instant until) {}

  /**
   * What a device gets when it is approved.
   *
   * @param token for the device alone
   * @param device what it is now
   */
  public record Paired(SecretToken token, KnownDevice device) {}

  /**
   * Begins a request.
   *
   * @param wanted what the device is probably for, which staff decide
   * @param network the network that asks
   * @throws de.lokalwillkommen.core.kernel.Refused {@code TOO_OFTEN} if there are too many requests
   */
  public Asked ask(DeviceRole wanted, String network) {
    Instant now = clock.instant();
    registry.removeExpired(now);
    String source = new SecretToken(network).hash();
    long own = registry.countRequestsFrom(source);
    if (own >= MOST_OF_NETWORK || registry.countRequests() >= (own == 0 ? MOST : MOST - KEPT)) {
      throw Refusal.of(Kind.TOO_OFTEN, "device.tooManyAsk").with("retryAfter", 60L).asException();
    }
    PairingSecret secret = PairingSecret.random();
    while (registry.findByCode(secret.code()).isPresent()) {
      secret = PairingSecret.random();
    }
    PairingRequest request = new PairingRequest(secret, wanted, source, now);
    registry.add(request);
    return new Asked(secret, wanted, request.expiresAt());
  }

  /** Deletes requests that were not answered in time. */
  public void forget() {
    registry.removeExpired(clock.instant());
  }

  /** The request with that secret, if it is open. */
  public Optional<Asked> findOpen(PairingSecret secret) {
    return registry
        .findBySecret(secret)
        .filter(request -> request.isOpen(clock.instant()))
        .map(request -> new Asked(secret, request.wanted(), request.expiresAt()));
  }

  /** How far the request with that secret has come. */
  public Progress progress(PairingSecret secret) {
    Instant now = clock.instant();
    Optional<PairingRequest> request = registry.findBySecret(secret);
    if (request.filter(r -> r.isOpen(now)).isPresent()) {
      return Progress.OPEN;
    }
    return request.filter(r -> r.isApproved(now)).map(r -> Progress.APPROVED).orElse(Progress.OVER);
  }

  /**
   * The token of the request with that secret, if it is approved. A browser that has lost the
   * answer asks again; when it uses the token, the request ends.
   */
  public Optional<Paired> find(PairingSecret secret) {
    return registry
        .findBySecret(secret)
        .filter(request -> request.isApproved(clock.instant()))
        .flatMap(request -> paired(secret, request));
  }

  /** The same, once: of several callers one gets the token, and the request ends. */
  public Optional<Paired> take(PairingSecret secret) {
    return registry
        .findBySecretForChange(secret)
        .filter(request -> request.isApproved(clock.instant()))
        .flatMap(
            request -> {
              registry.remove(request);
              return paired(secret, request);
            });
  }

  private Optional<Paired> paired(PairingSecret secret, PairingRequest request) {
    return registry
        .find(request.device())
        .filter(device -> !device.isRevoked())
        .map(device -> new Paired(secret.token(), device.known()));
  }
}
