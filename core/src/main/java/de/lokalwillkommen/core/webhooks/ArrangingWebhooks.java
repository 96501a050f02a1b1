package de.lokalwillkommen.core.webhooks;

import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.kernel.UseCase;
import de.lokalwillkommen.core.offices.Office;
import de.lokalwillkommen.core.offices.Offices;
import de.lokalwillkommen.core.staff.Right;
import de.lokalwillkommen.core.staff.SignedIn;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** What administrators do with webhooks. */
@UseCase
public class ArrangingWebhooks {

  static final String KIND = "webhook";

  /** Each event is written once for each of them. */
  static final int MOST = 20;

  /** How many dead deliveries are sent again at once. */
  static final int MOST_REVIVED = 1000;

  private WebhookList webhooks;
  private Outbox outbox;
  private Offices offices;
  private WebhookHosts hosts;
  private WebhookSealer sealer;
  private WebhookLog log;
  private Clock clock;

  protected ArrangingWebhooks() {}

  @Inject
  ArrangingWebhooks(
      WebhookList webhooks,
      Outbox outbox,
      Offices offices,
      WebhookHosts hosts,
      WebhookSealer sealer,
      WebhookLog log,
      Clock clock) {
    this.webhooks = webhooks;
    this.outbox = outbox;
    this.offices = offices;
    this.hosts = hosts;
    this.sealer = sealer;
    this.log = log;
    this.clock = clock;
  }

  /**
   * A webhook with a new secret, which is shown once.
   *
   * @param webhook its identifier
   * @param secret the secret as text
   */
  public record Issued(long webhook, String secret) {

    @Override
    public String toString() {
      return "Issued[" + webhook + "]";
    }
  }

  /**
   * Adds a webhook.
   *
   * @throws de.lokalwillkommen.core.kernel.Refused {@code INVALID} with the field, {@code CONFLICT}
   *     if there are too many, or one with the same name and address: a caller who has missed the
   *     answer and asks again makes no second one
   */
  public Issued add(SignedIn me, WebhookData data) {
    requireMayManage(me);
    if (webhooks.list().size() >= MOST) {
      throw Refusal.of(Kind.CONFLICT, "webhook.tooMany", MOST).asException();
    }
    Webhook webhook = new Webhook(data, hosts, knownOffices());
    if (webhooks.list().stream().anyMatch(webhook::isLike)) {
      throw Refusal.of(Kind.CONFLICT, "webhook.present").asException();
    }
    webhooks.add(webhook);
    String secret = giveSecret(webhook);
    log.write(me.asAuthor(), webhook, WebhookAction.OPEN, "", WebhookLog.stateOf(webhook));
    return new Issued(webhook.id(), secret);
  }

  /**
   * Changes a webhook.
   *
   * @param version the state that the editor has seen
   * @throws de.lokalwillkommen.core.kernel.Refused {@code INVALID} with the field, {@code UNKNOWN},
   *     {@code CHANGED_MEANWHILE}
   */
  public void change(SignedIn me, long id, int version, WebhookData data) {
    change(me, id, version, data, Optional.empty());
  }

  /**
   * Changes a webhook, and whether it is told of events, at once.
   *
   * @param version the state that the editor has seen
   * @param active whether it is told of events; empty if that stays
   * @throws de.lokalwillkommen.core.kernel.Refused as {@link #change(SignedIn, long, int,
   *     WebhookData)}
   */
  public void change(
      SignedIn me, long id, int version, WebhookData data, Optional<Boolean> active) {
    change(
        me,
        id,
        webhook -> {
          webhook.beginChange(version);
          webhook.put(data, hosts, knownOffices());
          active.ifPresent(
              told -> webhook.become(told ? WebhookStatus.ACTIVE : WebhookStatus.PAUSED));
        });
  }

  /** Tells a webhook of no further events; deliveries that wait go on waiting. */
  public void pause(SignedIn me, long id) {
    change(me, id, webhook -> webhook.become(WebhookStatus.PAUSED));
  }

  /** Tells a webhook of events again, and sends what waits. */
  public void resume(SignedIn me, long id) {
    change(me, id, webhook -> webhook.become(WebhookStatus.ACTIVE));
  }

  private void change(SignedIn me, long id, Consumer<Webhook> decision) {
    Webhook webhook = locked(me, id);
    String before = WebhookLog.stateOf(webhook);
    decision.accept(webhook);
    String after = WebhookLog.stateOf(webhook);
    log.write(me.asAuthor(), webhook, WebhookAction.CHANGE, before, after);
  }

  /** Gives a webhook a new secret; messages are signed with the present one for a day longer. */
  public Issued rotate(SignedIn me, long id) {
    return rotate(me, locked(me, id));
  }

  /**
   * Gives it a new secret, unless that has happened since: a caller who has missed the answer and
   * asks again does not end the secret that receivers still use.
   *
   * @param version the state that the caller has seen
   * @throws de.lokalwillkommen.core.kernel.Refused {@code UNKNOWN}, {@code CHANGED_MEANWHILE}
   */
  public Issued rotate(SignedIn me, long id, int version) {
    Webhook webhook = locked(me, id);
    webhook.requireStill(version);
    return rotate(me, webhook);
  }

  private Issued rotate(SignedIn me, Webhook webhook) {
    webhook.beginChange(webhook.version());
    String secret = giveSecret(webhook);
    String state = WebhookLog.stateOf(webhook);
    log.write(me.asAuthor(), webhook, WebhookAction.ROTATE, state, state);
    return new Issued(webhook.id(), secret);
  }

  /** Removes a webhook. Its deliveries are not sent any more, and are deleted afterwards. */
  public void remove(SignedIn me, long id) {
    Webhook webhook = locked(me, id);
    webhooks.remove(webhook);
    log.write(me.asAuthor(), webhook, WebhookAction.REMOVE, WebhookLog.stateOf(webhook), "");
  }

  /**
   * Sends a message without an event to a webhook.
   *
   * @throws de.lokalwillkommen.core.kernel.Refused {@code CONFLICT} if it is paused
   */
  public void test(SignedIn me, long id) {
    Webhook webhook = found(me, id);
    if (!webhook.isActive()) {
      throw Refusal.of(Kind.CONFLICT, "webhook.paused").asException();
    }
    Instant now = clock.instant();
    outbox.add(new WebhookDelivery(id, EventMessage.of(WebhookEvent.TEST, "", now, Map.of()), now));
  }

  /** Sends a dead delivery of a webhook again. */
  public void resend(SignedIn me, long id, long delivery) {
    found(me, id);
    outbox
        .find(delivery)
        .filter(dead -> dead.webhook() == id)
        .orElseThrow(() -> Refusal.of(Kind.UNKNOWN, "webhook.unknown").asException())
        .revive(clock.instant());
  }

  /** Sends dead deliveries of a webhook again, the oldest first; very many take several calls. */
  public void resendDead(SignedIn me, long id) {
    found(me, id);
    Instant now = clock.instant();
    outbox.listDead(id, MOST_REVIVED).forEach(delivery -> delivery.revive(now));
  }

  private String giveSecret(Webhook webhook) {
    WebhookSecret secret = WebhookSecret.random();
    webhook.rotate(secret, sealer, clock.instant());
    return secret.text();
  }

  private Set<String> knownOffices() {
    return offices.list().stream().map(Office::id).collect(Collectors.toSet());
  }

  private Webhook found(SignedIn me, long id) {
    requireMayManage(me);
    return webhooks
        .find(id)
        .orElseThrow(() -> Refusal.of(Kind.UNKNOWN, "webhook.unknown").asException());
  }

  private Webhook locked(SignedIn me, long id) {
    requireMayManage(me);
    return webhooks
        .findForChange(id)
        .orElseThrow(() -> Refusal.of(Kind.UNKNOWN, "webhook.unknown").asException());
  }

  static void requireMayManage(SignedIn me) {
    if (!me.mayEverywhere(Right.MANAGE_WEBHOOKS)) {
      throw Refusal.of(Kind.NOT_ALLOWED, "webhook.notYours").asException();
    }
  }
}
