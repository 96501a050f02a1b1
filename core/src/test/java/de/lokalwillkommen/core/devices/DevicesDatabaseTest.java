package de.lokalwillkommen.core.devices;

import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.core.devices.MeetingDevices.Met;
import de.lokalwillkommen.core.devices.PairingDevices.Asked;
import de.lokalwillkommen.core.devices.PairingDevices.Paired;
import de.lokalwillkommen.core.devices.PairingDevices.Progress;
import de.lokalwillkommen.core.kernel.AtOnce;
import de.lokalwillkommen.core.kernel.Author;
import de.lokalwillkommen.core.kernel.Changed;
import de.lokalwillkommen.core.kernel.RecordedEvents;
import de.lokalwillkommen.core.kernel.Refused;
import de.lokalwillkommen.core.kernel.TestClock;
import de.lokalwillkommen.core.kernel.TestDatabase;
import de.lokalwillkommen.core.offices.OfficeDirectory;
import de.lokalwillkommen.core.offices.OfficeFixture;
import de.lokalwillkommen.core.staff.Role;
import de.lokalwillkommen.core.staff.SecretToken;
import de.lokalwillkommen.core.staff.SignedIn;
import de.lokalwillkommen.core.ticketing.TicketingDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Devices are paired and managed over real databases, also by several callers at once. */
class DevicesDatabaseTest {

  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
  private static final SignedIn ADMIN = in(Optional.empty(), Role.ADMIN);
  private static final DeviceData ENTRANCE = new DeviceData("hoerde", "Entrance");
  private static final int MANY = 6;

  private final TestClock clock = new TestClock(NOW);
  private final RecordedEvents events = new RecordedEvents();
  private TestDatabase database;

  private static SignedIn in(Optional<String> office, Role role) {
    return new SignedIn(7, "x", "X", Set.of(role), office, Optional.empty(), "csrf");
  }

  private void begin(TestDatabase fresh) {
    database = fresh;
    empty();
    TicketingDatabase.reset(database);
    TicketingDatabase.openEving(database);
  }

  @AfterEach
  void end() {
    empty();
    TicketingDatabase.reset(database);
  }

  private void empty() {
    database.execute(List.of("delete from device_pairing", "delete from device"));
  }

  private <T> T pairing(Function<PairingDevices, T> work) {
    return database.transaction(
        em -> work.apply(new PairingDevices(new JpaDeviceRegistry(em), clock)));
  }

  private <T> T managing(Function<ManagingDevices, T> work) {
    return managing(work, events);
  }

  private <T> T managing(Function<ManagingDevices, T> work, RecordedEvents told) {
    OfficeDirectory offices =
        new OfficeDirectory(OfficeFixture.offices(OfficeFixture.hoerde(), OfficeFixture.eving()));
    return database.transaction(
        em ->
            work.apply(
                new ManagingDevices(
                    new JpaDeviceRegistry(em), offices, new DeviceLog(told, clock), clock)));
  }

  private Optional<Met> meet(SecretToken token) {
    return database.transaction(
        em ->
            new MeetingDevices(new JpaDeviceRegistry(em), new DeviceLog(events, clock), clock)
                .meet(token));
  }

  private boolean issues(SecretToken token, String office) {
    return database.transaction(
        em ->
            new Devices(new JpaDeviceRegistry(em), clock)
                .find(token)
                .filter(device -> device.may(ClientRight.ISSUE_TICKETS, office))
                .isPresent());
  }

  private void report(SecretToken token, int losses) {
    DeviceReport report =
        new DeviceReport(
            Duration.ofHours(3),
            true,
            1280,
            800,
            DeviceSound.NONE,
            Duration.ofSeconds(-2),
            losses,
            Optional.of(Duration.ofMinutes(4)));
    database.transaction(
        em -> {
          new ReportingHealth(new JpaDeviceRegistry(em), clock).report(token, report);
          return null;
        });
  }

  private DeviceView onlyDevice() {
    return managing(m -> m.list(ADMIN)).get(0);
  }

  @ParameterizedTest
  @EnumSource
  void aDeviceIsAsItLastReported(TestDatabase fresh) {
    begin(fresh);
    SecretToken token = paired(DeviceRole.KIOSK);
    assertThat(onlyDevice().health()).isEmpty();

    report(token, 1);
    clock.passes(Duration.ofSeconds(29));
    report(token, 2);

    DeviceHealth health = onlyDevice().health().orElseThrow();
    assertThat(health)
        .as("the second report came too soon")
        .isEqualTo(
            new DeviceHealth(
                NOW,
                NOW.minus(Duration.ofHours(3)),
                true,
                "1280x800",
                DeviceSound.NONE,
                Duration.ofSeconds(-2),
                1,
                Optional.of(NOW.minus(Duration.ofMinutes(30)))));
    clock.passes(Duration.ofSeconds(1));
    report(token, 3);
    assertThat(onlyDevice().health().orElseThrow().losses()).isEqualTo(3);
    assertThat(onlyDevice().seenAt()).contains(clock.instant());
  }

  @ParameterizedTest
  @EnumSource
  void aDeviceWhosePairingHasEndedReportsNothing(TestDatabase fresh) {
    begin(fresh);
    SecretToken token = paired(DeviceRole.DISPLAY);
    DeviceView device = onlyDevice();
    managing(m -> m.revoke(ADMIN, device.id(), device.version()));

    assertThat(outcome(() -> report(token, 0))).isEqualTo("device.unknown");
    assertThat(outcome(() -> report(SecretToken.random(), 0))).isEqualTo("device.unknown");
    assertThat(onlyDevice().health()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void theCodeOfABoardMakesNoKiosk(TestDatabase fresh) {
    begin(fresh);
    Asked asked = pairing(p -> p.ask(DeviceRole.DISPLAY, "7f000001"));

    assertThat(
            outcome(
                () ->
                    managing(
                        m -> m.approve(ADMIN, asked.secret().code(), DeviceRole.KIOSK, ENTRANCE))))
        .isEqualTo("device.isBoard");
    managing(m -> m.approve(ADMIN, asked.secret().code(), DeviceRole.OUTPOST, ENTRANCE));
    assertThat(onlyDevice().role()).isEqualTo(DeviceRole.OUTPOST);
  }

  private Asked ask() {
    return pairing(p -> p.ask(DeviceRole.KIOSK, "7f000001"));
  }

  private DeviceView approve(Asked asked) {
    return managing(m -> m.approve(ADMIN, asked.secret().code(), DeviceRole.KIOSK, ENTRANCE));
  }

  private static String outcome(Runnable work) {
    try {
      work.run();
      return "done";
    } catch (Refused refused) {
      return refused.refusal().key();
    }
  }

  private SecretToken paired(DeviceRole role) {
    Asked asked = pairing(p -> p.ask(role, "7f000001"));
    managing(m -> m.approve(ADMIN, asked.secret().code(), role, ENTRANCE));
    return take(asked.secret()).orElseThrow().token();
  }

  private Progress progress(PairingSecret secret) {
    return pairing(p -> p.progress(secret));
  }

  private Optional<Paired> take(PairingSecret secret) {
    return pairing(p -> p.take(secret));
  }

  private Optional<Paired> find(PairingSecret secret) {
    return pairing(p -> p.find(secret));
  }

  private Optional<Asked> findOpen(PairingSecret secret) {
    return pairing(p -> p.findOpen(secret));
  }

  private List<DeviceView> list(SignedIn who) {
    return managing(m -> m.list(who));
  }

  private Optional<DeviceView> find(SignedIn who, long id) {
    return managing(m -> m.find(who, id));
  }

  private Optional<ManagingDevices.Asking> asking(PairingCode code) {
    return managing(m -> m.findAsking(ADMIN, code));
  }

  private DeviceView only() {
    List<DeviceView> all = list(ADMIN);
    assertThat(all).hasSize(1);
    return all.get(0);
  }

  @ParameterizedTest
  @EnumSource
  void aDeviceGetsItsTokenWhenItsCodeIsApprovedAndNotBefore(TestDatabase fresh) {
    begin(fresh);
    Asked asked = ask();
    PairingSecret secret = asked.secret();
    assertThat(asked.until()).isEqualTo(NOW.plus(Duration.ofMinutes(10)));
    assertThat(progress(secret)).isEqualTo(Progress.OPEN);
    assertThat(take(secret)).isEmpty();
    assertThat(asking(secret.code()))
        .hasValueSatisfying(asking -> assertThat(asking.wanted()).isEqualTo(DeviceRole.KIOSK));

    approve(asked);
    assertThat(progress(secret)).isEqualTo(Progress.APPROVED);
    assertThat(only().state()).isEqualTo(DeviceState.EXPECTED);
    Paired paired = take(secret).orElseThrow();

    assertThat(issues(paired.token(), "hoerde")).isTrue();
    assertThat(issues(paired.token(), "eving")).isFalse();
    assertThat(issues(new SecretToken(secret.value()), "hoerde")).isFalse();
    assertThat(issues(new SecretToken(secret.code().text()), "hoerde")).isFalse();
    assertThat(take(secret)).isEmpty();
    assertThat(progress(secret)).isEqualTo(Progress.OVER);
    assertThat(events.published(Changed.class))
        .singleElement()
        .satisfies(
            told -> {
              assertThat(told.key()).isEqualTo(String.valueOf(paired.device().id()));
              assertThat(told.after()).contains("Entrance").doesNotContain(paired.token().hash());
            });
  }

  @ParameterizedTest
  @EnumSource
  void aBrowserThatLostTheAnswerAsksAgainUntilItUsesItsToken(TestDatabase fresh) {
    begin(fresh);
    Asked asked = ask();
    approve(asked);

    SecretToken token = find(asked.secret()).orElseThrow().token();
    assertThat(find(asked.secret()).orElseThrow().token()).isEqualTo(token);
    assertThat(meet(token)).isPresent();

    assertThat(find(asked.secret())).isEmpty();
    assertThat(only().state()).isEqualTo(DeviceState.PAIRED);
    assertThat(only().seenAt()).contains(NOW);
  }

  @ParameterizedTest
  @EnumSource
  void aCodeExpiresAndAnApprovedOneIsFetchedLater(TestDatabase fresh) {
    begin(fresh);
    Asked late = ask();
    Asked soon = ask();
    clock.passes(Duration.ofMinutes(10).minusMillis(1));
    approve(soon);
    clock.passes(Duration.ofMillis(1));

    assertThat(outcome(() -> approve(late))).isEqualTo("device.codeUnknown");
    assertThat(findOpen(late.secret())).isEmpty();
    assertThat(progress(late.secret())).isEqualTo(Progress.OVER);
    clock.passes(Duration.ofMinutes(9));
    assertThat(take(soon.secret())).isPresent();
  }

  @ParameterizedTest
  @EnumSource
  void ofSeveralWhoApproveACodeAtOnceOneDoes(TestDatabase fresh) throws Exception {
    begin(fresh);
    Asked asked = ask();

    List<String> outcomes =
        AtOnce.race(
            MANY,
            () ->
                outcome(
                    () ->
                        managing(
                            m ->
                                m.approve(ADMIN, asked.secret().code(), DeviceRole.KIOSK, ENTRANCE),
                            new RecordedEvents())));

    assertThat(outcomes).containsOnlyOnce("done").contains("device.codeUsed");
    assertThat(outcomes).containsOnly("done", "device.codeUsed");
    only();
  }

  @ParameterizedTest
  @EnumSource
  void ofSeveralWhoPollAtOnceOneGetsTheToken(TestDatabase fresh) throws Exception {
    begin(fresh);
    Asked asked = ask();
    approve(asked);

    List<Boolean> got = AtOnce.race(MANY, () -> take(asked.secret()).isPresent());

    assertThat(got).containsOnlyOnce(true);
  }

  @ParameterizedTest
  @EnumSource
  void anApprovalWhileCodesExpireIsWholeOrRefused(TestDatabase fresh) throws Exception {
    begin(fresh);
    Asked asked = ask();
    clock.passes(Duration.ofMinutes(10).minusNanos(1_000_000));

    List<String> outcomes =
        AtOnce.race(
            2,
            thread ->
                () -> {
                  if (thread == 0) {
                    clock.passes(Duration.ofMillis(1));
                    ask();
                    return "asked";
                  }
                  return outcome(
                      () ->
                          managing(
                              m ->
                                  m.approve(
                                      ADMIN, asked.secret().code(), DeviceRole.KIOSK, ENTRANCE),
                              new RecordedEvents()));
                });

    boolean approved = outcomes.get(1).equals("done");
    assertThat(outcomes.get(1)).isIn("done", "device.codeUnknown");
    assertThat(take(asked.secret()).isPresent()).isEqualTo(approved);
    assertThat(list(ADMIN)).hasSize(approved ? 1 : 0);
  }

  @ParameterizedTest
  @EnumSource
  void oneNetworkCannotTakeTheRequestsOfOthers(TestDatabase fresh) {
    begin(fresh);
    Asked honest = pairing(p -> p.ask(DeviceRole.KIOSK, "0a000001"));
    IntStream.range(0, PairingDevices.MOST_OF_NETWORK).forEach(i -> ask());

    assertThat(outcome(this::ask)).isEqualTo("device.tooManyAsk");

    assertThat(progress(honest.secret())).isEqualTo(Progress.OPEN);
    assertThat(outcome(() -> pairing(p -> p.ask(DeviceRole.KIOSK, "0a000002")))).isEqualTo("done");
    clock.passes(PairingRequest.VALID);
    assertThat(outcome(this::ask)).isEqualTo("done");
  }

  @ParameterizedTest
  @EnumSource
  void manyNetworksLeavePlacesToThoseThatHaveAskedForNone(TestDatabase fresh) {
    begin(fresh);
    int full = PairingDevices.MOST - PairingDevices.KEPT;
    pairing(
        p ->
            IntStream.range(0, full)
                .mapToObj(i -> p.ask(DeviceRole.KIOSK, "" + i % (full / 10)))
                .toList());

    assertThat(outcome(() -> pairing(p -> p.ask(DeviceRole.KIOSK, "1"))))
        .isEqualTo("device.tooManyAsk");
    assertThat(outcome(() -> pairing(p -> p.ask(DeviceRole.KIOSK, "new")))).isEqualTo("done");
  }

  @ParameterizedTest
  @EnumSource
  void aRevokedDeviceIsUnknownAtOnce(TestDatabase fresh) {
    begin(fresh);
    SecretToken token = paired(DeviceRole.OUTPOST);
    assertThat(issues(token, "hoerde")).isTrue();

    DeviceView revoked = managing(m -> m.revoke(ADMIN, only().id(), 0));

    assertThat(revoked.state()).isEqualTo(DeviceState.REVOKED);
    assertThat(issues(token, "hoerde")).isFalse();
    assertThat(meet(token)).isEmpty();
    assertThat(following(revoked.id())).isEmpty();
    assertThat(outcome(() -> managing(m -> m.revoke(ADMIN, revoked.id(), 1))))
        .isEqualTo("device.revoked");
  }

  private List<MeetingDevices.Following> following(long id) {
    return database.transaction(
        em ->
            new MeetingDevices(new JpaDeviceRegistry(em), new DeviceLog(events, clock), clock)
                .listPaired(Set.of(id)));
  }

  @ParameterizedTest
  @EnumSource
  void aDeviceApprovedAndRevokedBeforeItCameGetsNothing(TestDatabase fresh) {
    begin(fresh);
    Asked asked = ask();
    DeviceView device = approve(asked);
    managing(m -> m.revoke(ADMIN, device.id(), 0));

    assertThat(find(asked.secret())).isEmpty();
    assertThat(take(asked.secret())).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void aMovedDeviceServesTheNewOfficeOnly(TestDatabase fresh) {
    begin(fresh);
    SecretToken token = paired(DeviceRole.KIOSK);

    DeviceView moved =
        managing(m -> m.change(ADMIN, only().id(), 0, new DeviceData("eving", " Door ")));

    assertThat(moved.data()).isEqualTo(new DeviceData("eving", "Door"));
    assertThat(issues(token, "hoerde")).isFalse();
    assertThat(issues(token, "eving")).isTrue();
    assertThat(events.published(Changed.class))
        .filteredOn(told -> told.action().equals("CHANGE"))
        .extracting(Changed::office)
        .containsExactly("hoerde", "eving");
  }

  @ParameterizedTest
  @EnumSource
  void theHistorySaysWhenADeviceHasTakenItsTokenAndItsNextOne(TestDatabase fresh) {
    begin(fresh);
    SecretToken token = paired(DeviceRole.KIOSK);
    meet(token);
    meet(token);
    managing(m -> m.renewToken(ADMIN, only().id(), 0));
    SecretToken next = meet(token).orElseThrow().renewed().orElseThrow();
    meet(next);
    meet(next);

    assertThat(events.published(Changed.class))
        .filteredOn(told -> told.author().equals(Author.DEVICE))
        .hasSize(2)
        .allSatisfy(
            told -> {
              assertThat(told.action()).isEqualTo("TAKE_TOKEN");
              assertThat(told.office()).isEqualTo("hoerde");
              assertThat(told.key()).isEqualTo(String.valueOf(only().id()));
            })
        .satisfiesExactly(
            first -> assertThat(first.before()).contains("\"expected\":true"),
            second -> assertThat(second.before()).contains("\"renewing\":true"));
  }

  @ParameterizedTest
  @EnumSource
  void aNewTokenReplacesTheOneBeforeWhenTheDeviceUsesIt(TestDatabase fresh) {
    begin(fresh);
    SecretToken token = paired(DeviceRole.KIOSK);
    assertThat(meet(token).orElseThrow().renewed()).isEmpty();
    managing(m -> m.renewToken(ADMIN, only().id(), 0));
    assertThat(only().state()).isEqualTo(DeviceState.RENEWING);

    SecretToken next = meet(token).orElseThrow().renewed().orElseThrow();
    assertThat(meet(token).orElseThrow().renewed()).as("a lost answer").contains(next);
    assertThat(issues(token, "hoerde")).isTrue();
    assertThat(issues(next, "hoerde")).isTrue();
    assertThat(meet(next).orElseThrow().renewed()).isEmpty();

    assertThat(issues(next, "hoerde")).isTrue();
    assertThat(issues(token, "hoerde")).isFalse();
    assertThat(only().state()).isEqualTo(DeviceState.PAIRED);
  }

  @ParameterizedTest
  @EnumSource
  void aSecondRenewalLocksNoDeviceOut(TestDatabase fresh) {
    begin(fresh);
    SecretToken token = paired(DeviceRole.KIOSK);
    managing(m -> m.renewToken(ADMIN, only().id(), 0));
    SecretToken next = meet(token).orElseThrow().renewed().orElseThrow();

    managing(m -> m.renewToken(ADMIN, only().id(), only().version()));

    assertThat(issues(next, "hoerde")).isTrue();
    assertThat(meet(next)).isPresent();
  }

  @ParameterizedTest
  @EnumSource
  void requestsAtOnceGetTheSameNewToken(TestDatabase fresh) throws Exception {
    begin(fresh);
    SecretToken token = paired(DeviceRole.KIOSK);
    clock.passes(Duration.ofDays(90).plusSeconds(1));

    List<Optional<SecretToken>> renewed =
        AtOnce.race(MANY, () -> meet(token).orElseThrow().renewed());

    assertThat(renewed.stream().distinct())
        .singleElement()
        .satisfies(t -> assertThat(t).isPresent());
  }

  @ParameterizedTest
  @EnumSource
  void ofTwoEditorsTheSecondIsTold(TestDatabase fresh) throws Exception {
    begin(fresh);
    paired(DeviceRole.KIOSK);
    long id = only().id();

    List<String> outcomes =
        AtOnce.race(
            MANY,
            editor ->
                () ->
                    outcome(
                        () ->
                            managing(
                                m -> m.change(ADMIN, id, 0, new DeviceData("hoerde", "N" + editor)),
                                new RecordedEvents())));

    assertThat(outcomes).containsOnlyOnce("done").contains("device.changedMeanwhile");
    assertThat(only().data().name()).isEqualTo("N" + outcomes.indexOf("done"));
  }

  @ParameterizedTest
  @EnumSource
  void anOfficeLeadManagesTheDevicesOfTheOwnOffice(TestDatabase fresh) {
    begin(fresh);
    SignedIn lead = in(Optional.of("eving"), Role.OFFICE_LEAD);
    Asked asked = ask();
    PairingCode code = asked.secret().code();
    paired(DeviceRole.KIOSK);
    long id = only().id();

    assertThat(list(lead)).isEmpty();
    assertThat(find(lead, id)).isEmpty();
    assertThat(outcome(() -> managing(m -> m.revoke(lead, id, 0)))).isEqualTo("device.notThere");
    assertThat(outcome(() -> managing(m -> m.approve(lead, code, DeviceRole.KIOSK, ENTRANCE))))
        .isEqualTo("device.notYours");
    assertThat(outcome(() -> managing(m -> m.change(lead, id, 0, ENTRANCE))))
        .isEqualTo("device.notYours");
    DeviceData door = new DeviceData("eving", "Door");
    DeviceView own = managing(m -> m.approve(lead, code, DeviceRole.DISPLAY, door));
    assertThat(list(lead)).containsExactly(own);
    assertThat(outcome(() -> managing(m -> m.change(lead, own.id(), 0, ENTRANCE))))
        .isEqualTo("device.notYours");
    SignedIn counsellor = in(Optional.of("eving"), Role.COUNSELLOR);
    assertThat(outcome(() -> managing(m -> m.findAsking(counsellor, code))))
        .isEqualTo("device.notYours");
  }
}
