package de.lokalwillkommen.core.devices;

import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;

/** A device asks to be paired. Approval makes it a {@link Device}. */
@Entity
@Table(name = "device_pairing")
class PairingRequest {

  /** How long staff may approve it, and how long the device may fetch its token after that. */
  static final Duration VALID = Duration.ofMinutes(10);

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "lw_ids")
  private Long id;

  @Column(name = "secret_hash")
  private String secretHash;

  @Column(name = "code_hash")
  private String codeHash;

  @Column(name = "token_hash")
  private String tokenHash;

  @Enumerated(EnumType.STRING)
  private DeviceRole wanted;

  private String source;

  @Column(name = "expires_at")
  private Instant expiresAt;

  @Column(name = "device_id")
  private Long device;

  protected PairingRequest() {}

  /**
   * @param wanted what the device is probably for, which staff decide
   * @param source a hash of the network that asks
   */
  PairingRequest(PairingSecret secret, DeviceRole wanted, String source, Instant now) {
    this.secretHash = secret.hash();
    this.codeHash = secret.code().hash();
    this.tokenHash = secret.token().hash();
    this.wanted = wanted;
    this.source = source;
    this.expiresAt = now.plus(VALID);
  }

  DeviceRole wanted() {
    return wanted;
  }

  Instant expiresAt() {
    return expiresAt;
  }

  /** The identifier of the device that was approved. */
  long device() {
    return device;
  }

  boolean isOpen(Instant now) {
    return device == null && now.isBefore(expiresAt);
  }

  boolean isApproved(Instant now) {
    return device != null && now.isBefore(expiresAt);
  }

  /**
   * The new device; {@link #approve} completes the approval.
   *
   * @throws de.lokalwillkommen.core.kernel.Refused {@code CONFLICT} if it is approved already
   */
  Device newDevice(DeviceRole role, DeviceData data, Instant now) {
    if (device != null) {
      throw Refusal.of(Kind.CONFLICT, "device.codeUsed").with("field", "code").asException();
    }
    return new Device(role, data, tokenHash, now);
  }

  void approve(Device approved, Instant now) {
    this.device = approved.id();
    this.expiresAt = now.plus(VALID);
  }
}
