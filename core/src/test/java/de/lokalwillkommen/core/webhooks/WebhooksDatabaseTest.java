package de.lokalwillkommen.core.webhooks;

import static de.lokalwillkommen.core.kernel.Refusals.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.lokalwillkommen.core.kernel.AtOnce;
import de.lokalwillkommen.core.kernel.Changed;
import de.lokalwillkommen.core.kernel.DomainEvents;
import de.lokalwillkommen.core.kernel.RecordedEvents;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.kernel.Refused;
import de.lokalwillkommen.core.kernel.TestClock;
import de.lokalwillkommen.core.kernel.TestDatabase;
import de.lokalwillkommen.core.staff.Role;
import de.lokalwillkommen.core.staff.SignedIn;
import de.lokalwillkommen.core.ticketing.TicketChanged;
import de.lokalwillkommen.core.ticketing.TicketFixture;
import de.lokalwillkommen.core.ticketing.TicketingDatabase;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** From an event to the receiver's answer, over both databases. */
class WebhooksDatabaseTest {

  private static final SignedIn ADMIN =
      new SignedIn(
          1, "admin", "Admin", Set.of(Role.ADMIN), Optional.empty(), Optional.empty(), "csrf");
  private static final SignedIn LEAD =
      new SignedIn(
          2,
          "lead",
          "Lead",
          Set.of(Role.OFFICE_LEAD),
          Optional.of("hoerde"),
          Optional.empty(),
          "csrf");
  private static final WebhookSealer SEALER = new WebhookSealer(new byte[32]);

  private final TestClock clock = new TestClock(TicketFixture.TEN);
  private final RecordedEvents events = new RecordedEvents();
  private TestDatabase database;
  private int issued;

  private void use(TestDatabase one) {
    database = one;
    TicketingDatabase.reset(one);
  }

  @AfterEach
  void leaveNothing() {
    database.execute(List.of("delete from webhook_delivery", "delete from webhook"));
  }

  private <T> T arranging(Function<ArrangingWebhooks, T> work) {
    return database.transaction(
        em ->
            work.apply(
                new ArrangingWebhooks(
                    new JpaWebhookList(em),
                    new JpaOutbox(em),
                    TicketingDatabase.OFFICES,
                    new WebhookHosts(Set.of()),
                    SEALER,
                    new WebhookLog(events, clock),
                    clock)));
  }

  private <T> T sending(Function<SendingWebhooks, T> work) {
    return database.transaction(
        em ->
            work.apply(
                new SendingWebhooks(
                    new JpaWebhookList(em),
                    new JpaOutbox(em),
                    SEALER,
                    new WebhookLog(events, clock),
                    clock)));
  }

  private static WebhookData data(String... facts) {
    return new WebhookData(
        String.join(" ", facts), "https://example.org/hook?key=7", Set.of(facts), Set.of());
  }

  private ArrangingWebhooks.Issued added(String... facts) {
    return arranging(webhooks -> webhooks.add(ADMIN, data(facts)));
  }

  /** Issues a ticket in a transaction that then does something else. */
  private void issue(Runnable afterwards) {
    database.transaction(
        em -> {
          DomainEvents told = observing(em);
          TicketingDatabase.issuing(em, told, clock)
              .walkIn("hoerde", TicketFixture.request("housing", "ar", "key-" + issued++));
          afterwards.run();
          return null;
        });
  }

  private DomainEvents observing(EntityManager em) {
    Webhooks webhooks =
        new Webhooks(
            new Subscribers(new JpaWebhookList(em), clock),
            new JpaOutbox(em),
            TicketingDatabase.tickets(em),
            null,
            null,
            TicketingDatabase.OFFICES);
    return event -> {
      if (event instanceof TicketChanged changed) {
        webhooks.hear(changed);
      }
    };
  }

  private List<WebhookMessage> take(long webhook) {
    return sending(webhooks -> webhooks.takeDue(webhook, 50));
  }

  private long count(long webhook, DeliveryStatus status) {
    return database.transaction(em -> new JpaOutbox(em).count(webhook, status));
  }

  private void answer(WebhookMessage message, int status) {
    sending(
        webhooks -> {
          webhooks.answered(message, status);
          return null;
        });
  }

  @ParameterizedTest
  @EnumSource
  void anEventBecomesASignedMessage(TestDatabase one) {
    use(one);
    ArrangingWebhooks.Issued hook = added("ticket.issued");

    issue(() -> {});
    List<WebhookMessage> messages = take(hook.webhook());

    assertThat(messages).hasSize(1);
    WebhookMessage message = messages.get(0);
    assertThat(message.body())
        .isEqualTo(
            "{\"id\":\""
                + message.id()
                + "\",\"type\":\"ticket.issued\",\"at\":\""
                + clock.instant()
                + "\",\"office\":\"hoerde\",\"data\":{\"day\":\"2026-11-23\",\"issuedAt\":\""
                + clock.instant()
                + "\",\"number\":\"A001\",\"topic\":\"housing\"}}");
    byte[] secret = Base64.getDecoder().decode(hook.secret().substring("whsec_".length()));
    assertThat(message.signature())
        .isEqualTo(
            new WebhookSecret(secret)
                .sign(message.id(), clock.instant().getEpochSecond(), message.body()));
  }

  @ParameterizedTest
  @EnumSource
  void anEventThatIsRolledBackLeavesNoMessage(TestDatabase one) {
    use(one);
    long hook = added("ticket.issued").webhook();

    assertThatThrownBy(
            () ->
                issue(
                    () -> {
                      throw new IllegalStateException("the power fails");
                    }))
        .hasMessage("the power fails");

    assertThat(take(hook)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void onlyWantedEventsOfActiveWebhooksAreWritten(TestDatabase one) {
    use(one);
    long other = added("offer.made").webhook();
    long paused = added("ticket.issued").webhook();
    arranging(
        webhooks -> {
          webhooks.pause(ADMIN, paused);
          return null;
        });

    issue(() -> {});

    assertThat(count(other, DeliveryStatus.WAITING)).isZero();
    assertThat(count(paused, DeliveryStatus.WAITING)).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void twoServersThatLookAtOnceTakeEachMessageOnce(TestDatabase one) throws Exception {
    use(one);
    long hook = added("ticket.issued").webhook();
    for (int i = 0; i < 10; i++) {
      issue(() -> {});
    }

    List<List<WebhookMessage>> taken = AtOnce.race(2, thread -> () -> take(hook));

    List<String> ids = new ArrayList<>();
    taken.forEach(messages -> messages.forEach(message -> ids.add(message.id())));
    assertThat(ids).hasSize(10).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @EnumSource
  void aMessageWhoseServerDiesIsSentAgainWithTheSameIdentifier(TestDatabase one) {
    use(one);
    long hook = added("ticket.issued").webhook();
    issue(() -> {});
    WebhookMessage first = take(hook).get(0);
    assertThat(take(hook)).as("while the server may still record the answer").isEmpty();

    clock.passes(WebhookDelivery.CLAIM);
    WebhookMessage again = take(hook).get(0);

    assertThat(again.id()).isEqualTo(first.id());
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(again.timestamp()).isGreaterThan(first.timestamp());
  }

  @ParameterizedTest
  @EnumSource
  void aFailingOneIsRetriedUntilItIsDeadAndIsSentAgainOnDemand(TestDatabase one) {
    use(one);
    long hook = added("ticket.issued").webhook();
    issue(() -> {});
    for (int attempt = 1; attempt <= RetrySchedule.ATTEMPTS; attempt++) {
      List<WebhookMessage> due = take(hook);
      assertThat(due).as("attempt " + attempt).hasSize(1);
      answer(due.get(0), 500);
      assertThat(take(hook)).isEmpty();
      clock.passes(RetrySchedule.longest());
    }
    assertThat(count(hook, DeliveryStatus.DEAD)).isEqualTo(1);

    arranging(
        webhooks -> {
          webhooks.resendDead(ADMIN, hook);
          return null;
        });
    answer(take(hook).get(0), 204);

    assertThat(count(hook, DeliveryStatus.DEAD)).isZero();
    assertThat(count(hook, DeliveryStatus.DELIVERED)).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void aMessageOfAClockThatWasAheadDoesNotWaitForThatTime(TestDatabase one) {
    use(one);
    long hook = added("ticket.issued").webhook();
    issue(() -> {});
    database.execute(
        List.of("update webhook_delivery set next_attempt_at = '2030-01-01 00:00:00'"));

    assertThat(take(hook)).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void aReceiverThatIsGonePausesItsWebhook(TestDatabase one) {
    use(one);
    long hook = added("ticket.issued").webhook();
    issue(() -> {});

    answer(take(hook).get(0), 410);

    assertThat(sending(SendingWebhooks::listActive)).isEmpty();
    List<Changed> noted = events.published(Changed.class);
    Changed last = noted.get(noted.size() - 1);
    assertThat(last.action()).isEqualTo("PAUSE");
    assertThat(last.after()).contains("GONE").doesNotContain("key=7");
  }

  @ParameterizedTest
  @EnumSource
  void aWebhookForWhichTooManyWaitIsPausedUntilItIsResumed(TestDatabase one) {
    use(one);
    long hook = added("ticket.issued").webhook();
    issue(() -> {});
    boolean overdue = sending(webhooks -> webhooks.isOverdue(hook));
    assertThat(overdue).isFalse();

    sending(
        webhooks -> {
          webhooks.pauseOverdue(hook);
          return null;
        });
    assertThat(take(hook)).isEmpty();
    assertThat(countStopped()).isEqualTo(1);

    arranging(
        webhooks -> {
          webhooks.resume(ADMIN, hook);
          return null;
        });
    assertThat(take(hook)).hasSize(1);
    assertThat(countStopped()).isZero();
  }

  private long countStopped() {
    return database.transaction(
        em -> new WebhookOverview(new JpaWebhookList(em), new JpaOutbox(em), clock).countStopped());
  }

  @ParameterizedTest
  @EnumSource
  void whatIsAskedTwiceAfterALostAnswerIsDoneOnce(TestDatabase one) {
    use(one);
    long hook = added("ticket.issued").webhook();
    assertThat(refusalOf(() -> added("ticket.issued")).key()).isEqualTo("webhook.present");

    int seen = versionOf(hook);
    arranging(webhooks -> webhooks.rotate(ADMIN, hook, seen));
    assertThat(refusalOf(() -> arranging(webhooks -> webhooks.rotate(ADMIN, hook, seen))).kind())
        .isEqualTo(Kind.CHANGED_MEANWHILE);
    assertThat(versionOf(hook)).isEqualTo(seen + 1);
  }

  private int versionOf(long hook) {
    return database
        .transaction(
            em -> new WebhookOverview(new JpaWebhookList(em), new JpaOutbox(em), clock).list(ADMIN))
        .stream()
        .filter(webhook -> webhook.id() == hook)
        .findFirst()
        .orElseThrow()
        .version();
  }

  @ParameterizedTest
  @EnumSource
  void anotherSecretSignsBesideTheEarlierForADay(TestDatabase one) {
    use(one);
    long hook = added("ticket.issued").webhook();
    issue(() -> {});
    arranging(webhooks -> webhooks.rotate(ADMIN, hook));

    assertThat(take(hook).get(0).signature().split(" ")).hasSize(2).doesNotHaveDuplicates();

    clock.passes(Webhook.OVERLAP);
    assertThat(take(hook).get(0).signature().split(" ")).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void deliveriesAreKeptForTwoDaysAndDeadOnesForAWeek(TestDatabase one) {
    use(one);
    long hook = added("ticket.issued").webhook();
    issue(() -> {});
    answer(take(hook).get(0), 200);
    issue(() -> {});
    WebhookMessage failing = take(hook).get(0);
    database.execute(
        List.of(
            "update webhook_delivery set attempts = "
                + RetrySchedule.ATTEMPTS
                + " where status = 'WAITING'"));
    answer(failing, 500);
    clock.passes(WebhookDelivery.KEPT.plusSeconds(1));

    forget();
    assertThat(count(hook, DeliveryStatus.DELIVERED)).isZero();
    assertThat(count(hook, DeliveryStatus.DEAD)).isEqualTo(1);

    clock.passes(WebhookDelivery.DEAD_KEPT.minus(WebhookDelivery.KEPT));
    forget();
    assertThat(count(hook, DeliveryStatus.DEAD)).isZero();
  }

  private void forget() {
    boolean more = sending(SendingWebhooks::forget);
    assertThat(more).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void theDeliveriesOfARemovedWebhookAreDeleted(TestDatabase one) {
    use(one);
    long hook = added("ticket.issued").webhook();
    issue(() -> {});
    issue(() -> {});
    arranging(
        webhooks -> {
          webhooks.remove(ADMIN, hook);
          return null;
        });

    assertThat(take(hook)).isEmpty();
    assertThat(forgetAtMost(1)).isEqualTo(1);
    assertThat(count(hook, DeliveryStatus.WAITING)).isEqualTo(1);
    forget();
    assertThat(count(hook, DeliveryStatus.WAITING)).isZero();
  }

  private int forgetAtMost(int atMost) {
    return database.transaction(em -> new JpaOutbox(em).forget(List.of(), clock.instant(), atMost));
  }

  @ParameterizedTest
  @EnumSource
  void theDatabaseAndTheHistoryHoldNoSecretThatCanBeRead(TestDatabase one) {
    use(one);
    String secret = added("ticket.issued").secret().substring("whsec_".length());

    Object stored =
        one.transaction(
            em -> em.createNativeQuery("select sealed_secret from webhook").getSingleResult());

    assertThat(stored.toString()).doesNotContain(secret);
    assertThat(events.all().toString()).doesNotContain(secret).doesNotContain("key=7");
  }

  @ParameterizedTest
  @EnumSource
  void onlyAdministratorsManageWebhooks(TestDatabase one) {
    use(one);

    assertThatThrownBy(() -> arranging(webhooks -> webhooks.add(LEAD, data("ticket.issued"))))
        .isInstanceOf(Refused.class)
        .hasMessage("webhook.notYours");
  }

  @ParameterizedTest
  @EnumSource
  void whatIsEnteredIsChecked(TestDatabase one) {
    use(one);

    assertRefused("webhook.name", new WebhookData(" ", "https://a.org", Set.of(OFFER), Set.of()));
    assertRefused("webhook.address", new WebhookData("a", "http://a.org", Set.of(OFFER), Set.of()));
    assertRefused("webhook.events", new WebhookData("a", "https://a.org", Set.of(), Set.of()));
    assertRefused("webhook.events", new WebhookData("a", "https://a.org", Set.of("x.y"), Set.of()));
    assertRefused(
        "webhook.offices", new WebhookData("a", "https://a.org", Set.of(OFFER), Set.of("mars")));
  }

  private static final String OFFER = "offer.made";

  private void assertRefused(String key, WebhookData data) {
    assertThatThrownBy(() -> arranging(webhooks -> webhooks.add(ADMIN, data)))
        .isInstanceOf(Refused.class)
        .hasMessage(key);
  }

  @ParameterizedTest
  @EnumSource
  void theSecondOfTwoEditorsIsTold(TestDatabase one) {
    use(one);
    long hook = added("ticket.issued").webhook();
    change(hook, 0);

    assertThatThrownBy(() -> change(hook, 0)).hasMessage("webhook.changedMeanwhile");
    change(hook, 1);
  }

  private void change(long hook, int version) {
    arranging(
        webhooks -> {
          webhooks.change(ADMIN, hook, version, data("ticket.called"));
          return null;
        });
  }
}
