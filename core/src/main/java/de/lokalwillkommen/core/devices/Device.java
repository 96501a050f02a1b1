package de.lokalwillkommen.core.devices;

import de.lokalwillkommen.core.staff.SecretToken;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/**
 * A kiosk or display of one office. It identifies itself by a token of which only the hash is
 * stored.
 */
@Entity
@Table(name = "device")
class Device {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "lw_ids")
  private Long id;

  @Column(name = "office_id")
  private String office;

  @Enumerated(EnumType.STRING)
  private DeviceRole role;

  private String name;

  @Column(name = "token_hash")
  private String tokenHash;

  @Column(name = "paired_at")
  private Instant pairedAt;

  @Column(name = "revoked_at")
  private Instant revokedAt;

  protected Device() {}

  Device(String office, DeviceRole role, String name, SecretToken token, Instant now) {
    this.office = office;
    this.role = role;
    this.name = name;
    this.tokenHash = token.hash();
    this.pairedAt = now;
  }

  long id() {
    return id;
  }

  boolean isKiosk() {
    return revokedAt == null && role == DeviceRole.KIOSK;
  }

  boolean mayShow(String someOffice) {
    return revokedAt == null && role == DeviceRole.DISPLAY && office.equals(someOffice);
  }

  boolean mayIssueFor(String someOffice) {
    return isKiosk() && office.equals(someOffice);
  }
}
