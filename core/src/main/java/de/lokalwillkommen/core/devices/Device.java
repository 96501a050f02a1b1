package de.lokalwillkommen.core.devices;

import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.staff.SecretToken;
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
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * A kiosk, a board or an outpost's tablet of one office. It identifies itself by a token of which
 * only the hash is stored.
 */
@Entity
@Table(name = "device")
class Device {

  /** How exactly is known when a device has last come. */
  private static final Duration SEEN_EVERY = Duration.ofMinutes(1);

  /** How often a report is noted; devices report every minute. */
  private static final Duration REPORTED_EVERY = Duration.ofSeconds(30);

  private static final Duration HALF_HOUR = Duration.ofMinutes(30);

  /** How long a token is used. */
  private static final Duration TOKEN_LASTS = Duration.ofDays(90);

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "lw_ids")
  private Long id;

  private int version;

  @Column(name = "office_id")
  private String office;

  @Enumerated(EnumType.STRING)
  private DeviceRole role;

  private String name;

  @Column(name = "token_hash")
  private String tokenHash;

  @Column(name = "token_since")
  private Instant tokenSince;

  private String renewal;

  @Column(name = "next_hash")
  private String nextHash;

  @Column(name = "paired_at")
  private Instant pairedAt;

  @Column(name = "seen_at")
  private Instant seenAt;

  @Column(name = "revoked_at")
  private Instant revokedAt;

  @Column(name = "reported_at")
  private Instant reportedAt;

  @Column(name = "up_since")
  private Instant upSince;

  @Column(name = "page_current")
  private Boolean pageCurrent;

  private String screen;

  @Enumerated(EnumType.STRING)
  private DeviceSound sound;

  @Column(name = "drift_millis")
  private Long driftMillis;

  private Integer losses;

  @Column(name = "ticket_at")
  private Instant ticketAt;

  protected Device() {}

  Device(DeviceRole role, DeviceData data, String tokenHash, Instant now) {
    this.office = data.office();
    this.role = role;
    this.name = data.name();
    this.tokenHash = tokenHash;
    this.pairedAt = now;
    this.tokenSince = now;
  }

  long id() {
    return id;
  }

  String office() {
    return office;
  }

  boolean isRevoked() {
    return revokedAt != null;
  }

  KnownDevice known() {
    return new KnownDevice(id, office, role);
  }

  DeviceView view() {
    return new DeviceView(
        id,
        version,
        role,
        new DeviceData(office, name),
        pairedAt,
        Optional.ofNullable(seenAt),
        state(),
        Optional.ofNullable(reportedAt).map(this::health));
  }

  private DeviceHealth health(Instant at) {
    return new DeviceHealth(
        at,
        upSince,
        pageCurrent,
        screen,
        sound,
        Duration.ofMillis(driftMillis),
        losses,
        Optional.ofNullable(ticketAt));
  }

  /** Whether a report comes so soon after the last one that it changes nothing. */
  boolean hasReportedLately(Instant now) {
    return reportedAt != null
        && Duration.between(reportedAt, now).abs().compareTo(REPORTED_EVERY) < 0;
  }

  /** Notes what it says of itself; that it is there, too. */
  void note(DeviceReport report, Instant now) {
    seenAt = now;
    reportedAt = now;
    upSince = now.minus(report.up());
    pageCurrent = report.isPageCurrent();
    screen = report.width() + "x" + report.height();
    sound = report.sound();
    driftMillis = report.drift().toMillis();
    losses = report.losses();
    ticketAt = report.sinceTicket().map(now::minus).map(Device::halfHourOf).orElse(null);
  }

  /** As of a visit that is over, no more than the half hour is kept. */
  private static Instant halfHourOf(Instant at) {
    return at.minusSeconds(Math.floorMod(at.getEpochSecond(), HALF_HOUR.toSeconds()))
        .truncatedTo(ChronoUnit.SECONDS);
  }

  private DeviceState state() {
    if (revokedAt != null) {
      return DeviceState.REVOKED;
    }
    if (seenAt == null) {
      return DeviceState.EXPECTED;
    }
    return renewal == null ? DeviceState.PAIRED : DeviceState.RENEWING;
  }

  /**
   * Begins a change of what an editor has seen.
   *
   * @throws de.lokalwillkommen.core.kernel.Refused {@code CONFLICT} if it has been changed since,
   *     or its pairing has ended
   */
  void beginChange(int seenVersion) {
    if (version != seenVersion) {
      throw Refusal.of(Kind.CHANGED_MEANWHILE, "device.changedMeanwhile").asException();
    }
    if (revokedAt != null) {
      throw Refusal.of(Kind.CONFLICT, "device.revoked").asException();
    }
    version++;
  }

  void become(DeviceData data) {
    this.office = data.office();
    this.name = data.name();
  }

  /**
   * Gives it a new token the next time it comes; the present one is valid until then. A device that
   * has got one and not used it yet keeps it.
   */
  void renewToken() {
    if (renewal != null) {
      return;
    }
    this.renewal = SecretToken.random().value();
    this.nextHash = null;
  }

  void revoke(Instant now) {
    this.revokedAt = now;
    this.renewal = null;
    this.nextHash = null;
  }

  /** Whether a token is one of its own, the present or the next one. */
  boolean isOf(SecretToken token) {
    return token.hash().equals(tokenHash) || isOfNext(token);
  }

  /** Whether a token is the next one, by which the device replaces the present one. */
  boolean isOfNext(SecretToken token) {
    return token.hash().equals(nextHash);
  }

  boolean isSeen() {
    return seenAt != null;
  }

  /** Whether its next coming changes something. */
  boolean isToBeNoted(SecretToken token, Instant now) {
    return isLongUnseen(now) || renewal != null || isOfNext(token);
  }

  /** Whether it is time to note that it is there. */
  boolean isLongUnseen(Instant now) {
    return seenAt == null || Duration.between(seenAt, now).abs().compareTo(SEEN_EVERY) >= 0;
  }

  void beSeen(Instant now) {
    this.seenAt = now;
  }

  /** Whether it must come to get a new token. */
  boolean isToRenew() {
    return renewal != null;
  }

  /**
   * The device has come with one of its tokens. If a new one is due, that follows from the present
   * one: requests at once get the same one, and a lost answer is repeated. When the device uses the
   * new token, the one before becomes invalid.
   *
   * @return the new token, if one is due
   */
  Optional<SecretToken> arrive(SecretToken token, Instant now) {
    seenAt = now;
    if (isOfNext(token)) {
      tokenHash = nextHash;
      nextHash = null;
      renewal = null;
      tokenSince = now;
    }
    Instant since = tokenSince == null ? pairedAt : tokenSince;
    if (renewal == null && now.isAfter(since.plus(TOKEN_LASTS))) {
      renewToken();
    }
    Optional<SecretToken> next = Optional.ofNullable(renewal).map(token::derive);
    next.ifPresent(n -> nextHash = n.hash());
    return next;
  }
}
