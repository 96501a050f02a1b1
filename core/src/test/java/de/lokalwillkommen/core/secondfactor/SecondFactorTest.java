package de.lokalwillkommen.core.secondfactor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.groups.Tuple.tuple;

import de.lokalwillkommen.core.kernel.Changed;
import de.lokalwillkommen.core.kernel.RecordedEvents;
import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refused;
import de.lokalwillkommen.core.kernel.TestClock;
import de.lokalwillkommen.core.offices.OfficeFixture;
import de.lokalwillkommen.core.offices.Offices;
import de.lokalwillkommen.core.staff.Counsellor;
import de.lokalwillkommen.core.staff.Credentials;
import de.lokalwillkommen.core.staff.InMemoryStaff;
import de.lokalwillkommen.core.staff.PasswordHash;
import de.lokalwillkommen.core.staff.Role;
import de.lokalwillkommen.core.staff.SecondStep.Need;
import de.lokalwillkommen.core.staff.SignedIn;
import de.lokalwillkommen.core.staff.SigningIn;
import de.lokalwillkommen.core.staff.SigningIn.Entry;
import de.lokalwillkommen.core.staff.SigningIn.Halfway;
import de.lokalwillkommen.core.staff.SigningIn.Welcome;
import de.lokalwillkommen.core.staff.Skills;
import de.lokalwillkommen.core.staff.StaffFixture;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SecondFactorTest {

  private static final PasswordHash PASSWORD = new PasswordHash("correct horse");
  private static final Sealing SEALING = new Sealing(new byte[32]);
  private static final Offices OFFICES = OfficeFixture.offices(OfficeFixture.hoerde());

  private final TestClock clock = new TestClock(Instant.parse("2026-11-30T08:00:00Z"));
  private final InMemoryStaff staff = new InMemoryStaff();
  private final InMemorySecondFactors factors = new InMemorySecondFactors();
  private final RecordedEvents events = new RecordedEvents();
  private final SecondFactorLog log = new SecondFactorLog(events, clock);
  private final SecondFactorCheck checks =
      new SecondFactorCheck(factors, SEALING, OFFICES, log, clock);
  private final SigningIn signingIn =
      StaffFixture.signingIn(staff, OFFICES, StaffFixture.quickChecks(), checks, clock);
  private final UsingSecondFactor own = new UsingSecondFactor(staff, factors, checks, SEALING, log);
  private final ManagingSecondFactors managing =
      new ManagingSecondFactors(staff, factors, StaffFixture.access(staff, events, clock), log);

  @BeforeEach
  void anAdministratorAndACounsellor() {
    add("it.admin", null, Role.ADMIN);
    add("hoerde-1", "hoerde", Role.COUNSELLOR);
  }

  private void add(String login, String office, Role role) {
    staff.add(
        new Counsellor(
            login, login, null, office, Set.of(role), new Skills(Set.of(), Set.of()), PASSWORD));
  }

  private Entry enter(String login) {
    return signingIn.signIn(
        new Credentials(login, "correct horse", false), Optional.empty(), Optional.empty());
  }

  private Welcome goOn(Entry halfway, String code) {
    return signingIn.goOn((Halfway) halfway, code, Optional.empty(), Optional.empty());
  }

  private SignedIn signedIn(String login) {
    return ((Welcome) enter(login)).who();
  }

  private String codeOf(String login, int stepsOff) {
    long id = staff.findByLogin(login).orElseThrow().id();
    return factors
        .find(id)
        .orElseThrow()
        .secret(SEALING)
        .codeOf(TotpSecret.stepAt(clock.instant()) + stepsOff);
  }

  private Welcome enrolAdministrator() {
    return goOn(enter("it.admin"), codeOf("it.admin", 0));
  }

  private static Refusal refusalOf(ThrowingCallable call) {
    return ((Refused) catchThrowable(call)).refusal();
  }

  @Test
  void anAdministratorSetsASecondFactorUpBeforeAnythingElse() {
    Entry halfway = enter("it.admin");

    assertThat(((Halfway) halfway).need()).isEqualTo(Need.ENROLMENT);
    assertThat(own.findProposal((Halfway) halfway)).isPresent();
    Welcome welcome = goOn(halfway, codeOf("it.admin", 0));
    assertThat(welcome.recoveryCodes()).hasSize(RecoveryCode.COUNT).doesNotHaveDuplicates();
    assertThat(welcome.recoveryCodes()).allMatch(code -> code.matches("(\\w{4}-){3}\\w{4}"));
    assertThat(own.getState(welcome.who()).active()).isTrue();
    assertThat(own.findProposal((Halfway) halfway)).as("shown no more").isEmpty();
    clock.passes(TotpSecret.STEP);
    Entry again = enter("it.admin");
    assertThat(((Halfway) again).need()).isEqualTo(Need.CODE);
    assertThat(goOn(again, codeOf("it.admin", 0)).recoveryCodes()).isEmpty();
  }

  @Test
  void othersNeedNoneButMaySetOneUp() {
    SignedIn who = signedIn("hoerde-1");

    own.propose(who);
    assertThat(enter("hoerde-1")).as("not in force yet").isInstanceOf(Welcome.class);
    assertThat(own.confirm(who, "000000x").objection()).isPresent();
    assertThat(own.confirm(who, codeOf("hoerde-1", 0)).recoveryCodes()).hasSize(10);

    assertThat(((Halfway) enter("hoerde-1")).need()).isEqualTo(Need.CODE);
    assertThatThrownBy(() -> own.propose(who)).isInstanceOf(Refused.class);
    clock.passes(TotpSecret.STEP);
    assertThat(own.remove(who, codeOf("hoerde-1", 0)).objection()).isEmpty();
    assertThat(enter("hoerde-1")).isInstanceOf(Welcome.class);
    assertThat(events.published(Changed.class))
        .extracting(Changed::kind, Changed::action)
        .containsExactly(tuple("secondfactor", "ENROL"), tuple("secondfactor", "REMOVE"));
  }

  @Test
  void aCodeIsAcceptedOnce() {
    enrolAdministrator();
    clock.passes(TotpSecret.STEP);
    Entry halfway = enter("it.admin");
    String code = codeOf("it.admin", 0);

    goOn(halfway, code);

    assertThat(refusalOf(() -> goOn(halfway, code)).key()).isEqualTo("secondFactor.used");
    assertThat(refusalOf(() -> goOn(halfway, codeOf("it.admin", -1))).key())
        .as("an earlier one")
        .isEqualTo("secondFactor.used");
    assertThat(goOn(halfway, codeOf("it.admin", 1))).isNotNull();
  }

  @Test
  void aWrongCodeSaysWhatTimeTheServerHas() {
    enrolAdministrator();
    Entry halfway = enter("it.admin");

    Refusal refusal = refusalOf(() -> goOn(halfway, codeOf("it.admin", 4)));

    assertThat(refusal.key()).as("nothing about a code that is yet to come").endsWith(".wrong");
    assertThat(refusal.arguments()).containsExactly("09:00:00");
  }

  @Test
  void whileSettingUpAWrongClockIsNamed() {
    Entry halfway = enter("it.admin");

    Refusal ahead = refusalOf(() -> goOn(halfway, codeOf("it.admin", 8)));
    Refusal behind = refusalOf(() -> goOn(halfway, codeOf("it.admin", -120)));

    assertThat(ahead.key()).isEqualTo("secondFactor.clock");
    assertThat(ahead.arguments()).containsExactly(4L, "ahead", "09:00:00");
    assertThat(behind.arguments()).containsExactly(60L, "behind", "09:00:00");
  }

  @Test
  void aRecoveryCodeIsAcceptedOnceHoweverItIsTyped() {
    List<String> codes = enrolAdministrator().recoveryCodes();
    Entry halfway = enter("it.admin");

    SignedIn who = goOn(halfway, codes.get(3).toLowerCase(Locale.ROOT)).who();

    assertThat(own.getState(who).recoveryCodes()).isEqualTo(9);
    assertThat(refusalOf(() -> goOn(halfway, codes.get(3))).key()).isEqualTo("secondFactor.wrong");
    assertThat(goOn(halfway, codes.get(4).replace('-', ' '))).isNotNull();
  }

  @Test
  void newRecoveryCodesTakeThePlaceOfTheOlderOnes() {
    Welcome welcome = enrolAdministrator();
    clock.passes(TotpSecret.STEP);

    List<String> newer =
        own.renewRecoveryCodes(welcome.who(), codeOf("it.admin", 0)).recoveryCodes();

    assertThat(newer).hasSize(10).doesNotContainAnyElementsOf(welcome.recoveryCodes());
    Entry halfway = enter("it.admin");
    assertThatThrownBy(() -> goOn(halfway, welcome.recoveryCodes().get(0)))
        .isInstanceOf(Refused.class);
    assertThat(goOn(halfway, newer.get(0))).isNotNull();
  }

  @Test
  void afterAHundredWrongCodesInARowOnlyARecoveryCodeHelps() {
    Welcome welcome = enrolAdministrator();
    clock.passes(TotpSecret.STEP);
    Entry halfway = enter("it.admin");
    for (int i = 0; i < SecondFactor.MOST_FAILURES; i++) {
      assertThatThrownBy(() -> goOn(halfway, "no code")).isInstanceOf(Refused.class);
    }

    assertThatThrownBy(() -> goOn(halfway, codeOf("it.admin", 0))).isInstanceOf(Refused.class);
    assertThat(goOn(halfway, welcome.recoveryCodes().get(0))).isNotNull();
    assertThat(goOn(halfway, codeOf("it.admin", 0))).isNotNull();
  }

  @Test
  void wrongCodesTakeNoSecondFactorAwayHoweverMany() {
    Welcome welcome = enrolAdministrator();
    clock.passes(TotpSecret.STEP);
    Entry first = enter("it.admin");
    for (int i = 0; i < SecondFactor.MOST_FAILURES; i++) {
      assertThatThrownBy(() -> goOn(first, "no code")).isInstanceOf(Refused.class);
    }

    Entry again = enter("it.admin");

    assertThat(((Halfway) again).need()).isEqualTo(Need.CODE);
    assertThat(own.findProposal((Halfway) again)).isEmpty();
    assertThat(goOn(again, welcome.recoveryCodes().get(0))).isNotNull();
  }

  @Test
  void eachRightPasswordIsShownASecretOfItsOwn() {
    Entry first = enter("it.admin");
    String seen = own.findProposal((Halfway) first).orElseThrow().secret();

    Entry second = enter("it.admin");

    assertThat(own.findProposal((Halfway) second).orElseThrow().secret()).isNotEqualTo(seen);
  }

  @Test
  void aSecretThatWasShownSomeTimeAgoIsNotPutIntoForce() {
    SignedIn counsellor = signedIn("hoerde-1");
    own.propose(counsellor);
    assertThat(own.findProposal(counsellor)).isPresent();

    clock.passes(SecondFactor.PROPOSED_FOR);

    assertThat(own.findProposal(counsellor)).isEmpty();
    assertThat(refusalOf(() -> own.confirm(counsellor, codeOf("hoerde-1", 0))).key())
        .isEqualTo("secondFactor.changed");
  }

  @Test
  void aNewPasswordEndsWhatHasBegunWithTheOlderOne() {
    enrolAdministrator();
    clock.passes(TotpSecret.STEP);
    Entry halfway = enter("it.admin");
    staff.findByLogin("it.admin").orElseThrow().choose(new PasswordHash("another horse"));

    assertThat(refusalOf(() -> goOn(halfway, codeOf("it.admin", 0))).key())
        .isEqualTo("signIn.wrong");
    assertThat(own.findProposal((Halfway) halfway)).isEmpty();
  }

  @Test
  void anotherAdministratorResetsItAndNotTheOwner() {
    SignedIn first = enrolAdministrator().who();
    add("second", null, Role.ADMIN);
    SignedIn second = goOn(enter("second"), codeOf("second", 0)).who();

    assertThat(refusalOf(() -> managing.reset(first, first.counsellor())).key())
        .isEqualTo("secondFactor.own");
    managing.reset(second, first.counsellor());

    assertThat(managing.isActive(second, first.counsellor())).isFalse();
    assertThat(((Halfway) enter("it.admin")).need()).isEqualTo(Need.ENROLMENT);
    assertThat(StaffFixture.countOpenSignIns(staff, first.counsellor(), clock.instant())).isZero();
    assertThat(refusalOf(() -> managing.reset(second, first.counsellor())).key())
        .isEqualTo("secondFactor.changed");
  }

  @Test
  void aCounsellorResetsNoneAndArrangesNothing() {
    SignedIn admin = enrolAdministrator().who();
    SignedIn counsellor = signedIn("hoerde-1");

    assertThat(refusalOf(() -> managing.reset(counsellor, admin.counsellor())).key())
        .isEqualTo("person.unknown");
    assertThat(refusalOf(() -> managing.arrange(counsellor, Optional.of("why not"))).kind())
        .isEqualTo(Refusal.Kind.NOT_ALLOWED);
  }

  @Test
  void itIsSwitchedOffForAReasonOnlyWhichTheHistoryKeeps() {
    SignedIn admin = enrolAdministrator().who();
    add("second", null, Role.ADMIN);

    assertThat(refusalOf(() -> managing.arrange(admin, Optional.of("  "))).key())
        .isEqualTo("secondFactor.reason");
    managing.arrange(admin, Optional.of(" Schulungsraum "));

    assertThat(managing.findWaiver()).contains("Schulungsraum");
    assertThat(enter("second")).isInstanceOf(Welcome.class);
    assertThat(enter("it.admin")).as("who has one needs it").isInstanceOf(Halfway.class);
    List<Changed> changes = events.published(Changed.class);
    assertThat(changes.get(changes.size() - 1).after()).contains("Schulungsraum");
    managing.arrange(admin, Optional.empty());
    assertThat(((Halfway) enter("second")).need()).isEqualTo(Need.ENROLMENT);
  }

  @Test
  void codesWithBlanksAreRead() {
    enrolAdministrator();
    clock.passes(Duration.ofMinutes(1));
    String code = codeOf("it.admin", 0);

    assertThat(goOn(enter("it.admin"), " " + code.substring(0, 3) + " " + code.substring(3)))
        .isNotNull();
  }
}
