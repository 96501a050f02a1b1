package de.lokalwillkommen.core.webhooks;

import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.kernel.WordSetAsText;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;

/** A program that is told of events, and where. */
@Entity
@Table(name = "webhook")
class Webhook {

  /** How long messages are signed with the earlier secret, too. */
  static final Duration OVERLAP = Duration.ofHours(24);

  private static final int LONGEST_NAME = 60;

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "lw_ids")
  private Long id;

  private String name;

  private String address;

  @Convert(converter = WordSetAsText.class)
  private Set<String> events;

  @Convert(converter = WordSetAsText.class)
  private Set<String> offices;

  @Enumerated(EnumType.STRING)
  private WebhookStatus status;

  @Column(name = "sealed_secret")
  private String sealedSecret;

  @Column(name = "earlier_secret")
  private String earlierSecret;

  @Column(name = "earlier_until")
  private Instant earlierUntil;

  private int version;

  protected Webhook() {}

  /** A new webhook; it needs a secret before it is stored for good. */
  Webhook(WebhookData data, WebhookHosts hosts, Set<String> knownOffices) {
    this.status = WebhookStatus.ACTIVE;
    put(data, hosts, knownOffices);
  }

  /** Changes what an administrator decides. */
  final void put(WebhookData data, WebhookHosts hosts, Set<String> knownOffices) {
    String text = data.name().strip();
    require(
        !text.isEmpty()
            && text.length() <= LONGEST_NAME
            && text.chars().noneMatch(Character::isISOControl),
        "name");
    require(hosts.find(data.address().strip()).isPresent(), "address");
    require(!data.events().isEmpty() && WebhookEvent.facts().containsAll(data.events()), "events");
    require(knownOffices.containsAll(data.offices()), "offices");
    name = text;
    address = data.address().strip();
    events = new TreeSet<>(data.events());
    offices = new TreeSet<>(data.offices());
  }

  private static void require(boolean valid, String field) {
    if (!valid) {
      throw Refusal.of(Kind.INVALID, "webhook." + field).with("field", field).asException();
    }
  }

  /**
   * Begins a change of the state that an editor has seen.
   *
   * @throws de.lokalwillkommen.core.kernel.Refused {@code CHANGED_MEANWHILE} if it is another one
   */
  void beginChange(int seen) {
    requireStill(seen);
    version++;
  }

  /** Refuses an editor who has seen another state. */
  void requireStill(int seen) {
    if (seen != version) {
      throw Refusal.of(Kind.CHANGED_MEANWHILE, "webhook.changedMeanwhile").asException();
    }
  }

  /** Whether the other one has its name and sends to its address. */
  boolean isLike(Webhook other) {
    return name.equals(other.name) && address.equals(other.address);
  }

  /** Signs with a new secret from now on, and with the present one for a while longer. */
  void rotate(WebhookSecret secret, WebhookSealer sealer, Instant now) {
    earlierSecret = sealedSecret;
    earlierUntil = sealedSecret == null ? null : now.plus(OVERLAP);
    sealedSecret = sealer.seal(id, secret);
  }

  /** The signatures of a message: one, or two for a while after the secret was changed. */
  String sign(WebhookSealer sealer, String message, String body, Instant now) {
    long timestamp = now.getEpochSecond();
    String present = sealer.open(id, sealedSecret).sign(message, timestamp, body);
    return isRotatingAt(now)
        ? present + " " + sealer.open(id, earlierSecret).sign(message, timestamp, body)
        : present;
  }

  boolean isRotatingAt(Instant now) {
    return earlierUntil != null && now.isBefore(earlierUntil);
  }

  void become(WebhookStatus other) {
    status = other;
  }

  boolean isActive() {
    return status == WebhookStatus.ACTIVE;
  }

  /** Whether it is told of an event in an office. */
  boolean wants(String event, String office) {
    return isActive() && events.contains(event) && (offices.isEmpty() || offices.contains(office));
  }

  long id() {
    return id;
  }

  URI address() {
    return URI.create(address);
  }

  WebhookStatus status() {
    return status;
  }

  int version() {
    return version;
  }

  WebhookData data() {
    return new WebhookData(name, address, events, offices);
  }
}
