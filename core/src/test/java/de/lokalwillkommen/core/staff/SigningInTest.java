package de.lokalwillkommen.core.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.lokalwillkommen.core.kernel.RecordedEvents;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.kernel.Refused;
import de.lokalwillkommen.core.kernel.TestClock;
import de.lokalwillkommen.core.offices.OfficeFixture;
import de.lokalwillkommen.core.offices.Offices;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SigningInTest {

  private static final PasswordHash PASSWORD = PasswordHash.of("correct horse");

  private final TestClock clock = new TestClock(Instant.parse("2026-11-23T08:00:00Z"));
  private final InMemoryStaff staff = new InMemoryStaff();
  private final SigningIn signingIn = signingIn(new PasswordChecks());
  private final Desks desks = new Desks(staff, clock);

  @BeforeEach
  void somebodyWorksInHoerde() {
    staff.add(
        new Counsellor(
            "hoerde-1",
            "Beratung 1",
            "city",
            "hoerde",
            Set.of(Role.COUNSELLOR),
            new Skills(Set.of("ar"), Set.of()),
            PASSWORD));
  }

  private SigningIn signingIn(PasswordChecks passwords) {
    Offices offices = OfficeFixture.offices(OfficeFixture.hoerde(), OfficeFixture.eving());
    Shifts shifts = new Shifts(staff, new RecordedEvents());
    BeginningSignIns beginning = new BeginningSignIns(staff, offices, shifts, clock);
    return new SigningIn(staff, beginning, passwords, shifts, clock);
  }

  private SigningIn.Welcome signIn(String password) {
    return signingIn.signIn("hoerde-1", password, Optional.of("hoerde"), Optional.of("2"));
  }

  private static void assertRefused(Kind kind, ThrowingCallable action) {
    assertThatThrownBy(action)
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.refusal().kind()).isEqualTo(kind));
  }

  @Test
  void whoSignsInAtACounterWorksThere() {
    SignedIn me = signIn("correct horse").who();

    assertThat(me.counter()).contains(OfficeFixture.COUNTER_2);
    assertThat(me.worksIn("hoerde")).isTrue();
    assertThat(me.worksIn("eving")).isFalse();
    assertThat(desks.readStaffedIn("hoerde"))
        .singleElement()
        .satisfies(desk -> assertThat(desk.skills().speaks("ar")).isTrue());
  }

  @Test
  void theTokenIsRecognisedUntilSigningOut() {
    SecretToken token = signIn("correct horse").token();
    assertThat(signingIn.recognise(token)).isPresent();

    signingIn.signOut(token);

    assertThat(signingIn.recognise(token)).isEmpty();
    assertThat(desks.readStaffedIn("hoerde")).isEmpty();
  }

  @Test
  void anotherTokenIsNotRecognised() {
    signIn("correct horse");

    assertThat(signingIn.recognise(SecretToken.random())).isEmpty();
  }

  @Test
  void anUnusedSignInEndsAfterFourHours() {
    SecretToken token = signIn("correct horse").token();
    clock.passes(SignIn.UNUSED.plusSeconds(1));

    assertThat(signingIn.recognise(token)).isEmpty();
  }

  @Test
  void aUsedOneEndsAfterAWorkingDay() {
    SecretToken token = signIn("correct horse").token();
    for (int hour = 0; hour < 11; hour++) {
      clock.passes(Duration.ofHours(1));
      assertThat(signingIn.recognise(token)).isPresent();
    }
    clock.passes(Duration.ofHours(1));

    assertThat(signingIn.recognise(token)).isEmpty();
    assertThat(desks.readStaffedIn("hoerde")).isEmpty();
  }

  @Test
  void whoWasSignedInIsForgottenOnceItIsOver() {
    SecretToken unused = signIn("correct horse").token();
    somebodyElse();
    clock.passes(SignIn.UNUSED);
    SecretToken going =
        signingIn.signIn("hoerde-2", "correct horse", Optional.empty(), Optional.empty()).token();
    signingIn.forget();
    assertThat(staff.findSignIn(unused)).isPresent();

    clock.passes(Duration.ofSeconds(1));
    signingIn.forget();

    assertThat(staff.findSignIn(unused)).isEmpty();
    assertThat(signingIn.recognise(going)).isPresent();
  }

  @Test
  void withTheLastSignInThatIsOverEndsAShiftNobodyEnded() {
    signIn("correct horse");
    clock.passes(SignIn.UNUSED.plusSeconds(1));

    signingIn.forget();

    assertThat(staff.listOpenShifts("hoerde")).isEmpty();
  }

  @Test
  void aWrongPasswordAndAnUnknownNameAreRefusedAlike() {
    assertRefused(Kind.NOT_SIGNED_IN, () -> signIn("wrong"));
    assertRefused(
        Kind.NOT_SIGNED_IN,
        () -> signingIn.signIn("nobody", "wrong", Optional.empty(), Optional.empty()));
  }

  @Test
  void fiveWrongPasswordsLockForTenMinutes() {
    for (int i = 0; i < Counsellor.FAILURES_UNTIL_LOCKED; i++) {
      assertRefused(Kind.NOT_SIGNED_IN, () -> signIn("wrong"));
    }
    assertRefused(Kind.TOO_OFTEN, () -> signIn("correct horse"));

    clock.passes(Counsellor.LOCKED_FOR);
    assertThat(signIn("correct horse").who().login()).isEqualTo("hoerde-1");
  }

  @Test
  void whoIsLockedWhileThePasswordIsBeingCheckedStaysOutside() {
    SigningIn slow =
        signingIn(
            new PasswordChecks(
                (kept, password) -> {
                  for (int i = 0; i < Counsellor.FAILURES_UNTIL_LOCKED; i++) {
                    assertRefused(Kind.NOT_SIGNED_IN, () -> signIn("wrong"));
                  }
                  return kept.matches(password);
                },
                Duration.ofSeconds(2)));

    assertRefused(
        Kind.TOO_OFTEN,
        () -> slow.signIn("hoerde-1", "correct horse", Optional.empty(), Optional.empty()));
  }

  @Test
  void nobodySignsInAtAnotherOffice() {
    assertRefused(
        Kind.NOT_ALLOWED,
        () ->
            signingIn.signIn("hoerde-1", "correct horse", Optional.of("eving"), Optional.of("1")));
  }

  @ParameterizedTest
  @EnumSource
  void onlyWhoServesVisitorsSignsInAtACounter(Role role) {
    somebodyElse("hoerde-3", role);

    if (role.servesVisitors()) {
      SignedIn me = signInAs("hoerde-3", Optional.of("2")).who();
      assertThat(me.counter()).contains(OfficeFixture.COUNTER_2);
      assertThat(me.worksIn("hoerde")).isTrue();
    } else {
      assertRefused(Kind.NOT_ALLOWED, () -> signInAs("hoerde-3", Optional.of("2")));
      assertThat(desks.readStaffedIn("hoerde")).isEmpty();
      SignedIn me = signInAs("hoerde-3", Optional.empty()).who();
      assertThat(me.office()).contains("hoerde");
      assertThat(me.worksIn("hoerde")).isFalse();
    }
  }

  private SigningIn.Welcome signInAs(String login, Optional<String> counter) {
    return signingIn.signIn(login, "correct horse", Optional.of("hoerde"), counter);
  }

  @Test
  void whoReadsTheBooksOrTheFiguresServesNobody() {
    assertThat(Role.values())
        .filteredOn(Role::servesVisitors)
        .containsExactlyInAnyOrder(Role.COUNSELLOR, Role.OFFICE_LEAD, Role.ADMIN);
  }

  @Test
  void anUnknownCounterIsRefused() {
    assertRefused(
        Kind.INVALID,
        () ->
            signingIn.signIn("hoerde-1", "correct horse", Optional.of("hoerde"), Optional.of("9")));
  }

  @Test
  void movingToAnotherCounterEndsTheShiftAtTheFirst() {
    signIn("correct horse");
    signingIn.signIn("hoerde-1", "correct horse", Optional.of("hoerde"), Optional.of("1"));

    assertThat(desks.readStaffedIn("hoerde"))
        .extracting(Desks.Desk::counter)
        .containsExactly(OfficeFixture.COUNTER_1);
  }

  @Test
  void whoComesToAForsakenCounterTakesItOver() {
    staff.add(
        new CounterShift(
            "hoerde",
            OfficeFixture.COUNTER_2,
            somebodyElse(),
            new Skills(Set.of("tr"), Set.of()),
            clock.instant()));

    signIn("correct horse");

    assertThat(desks.readStaffedIn("hoerde"))
        .singleElement()
        .satisfies(desk -> assertThat(desk.skills().speaks("ar")).isTrue())
        .satisfies(desk -> assertThat(desk.skills().speaks("tr")).isFalse());
  }

  @Test
  void twoWhoAreSignedInShareACounter() {
    somebodyElse();
    signingIn.signIn("hoerde-2", "correct horse", Optional.of("hoerde"), Optional.of("2"));

    signIn("correct horse");

    assertThat(desks.readStaffedIn("hoerde"))
        .singleElement()
        .satisfies(desk -> assertThat(desk.skills().speaks("ar")).isTrue())
        .satisfies(desk -> assertThat(desk.skills().speaks("tr")).isTrue());
  }

  @Test
  void whoseSignInHasEndedLeavesTheCounterToTheNext() {
    somebodyElse();
    signingIn.signIn("hoerde-2", "correct horse", Optional.of("hoerde"), Optional.of("2"));
    clock.passes(SignIn.UNUSED.plusSeconds(1));

    signIn("correct horse");

    assertThat(desks.readStaffedIn("hoerde"))
        .singleElement()
        .satisfies(desk -> assertThat(desk.skills().speaks("tr")).isFalse());
  }

  private long somebodyElse() {
    return somebodyElse("hoerde-2", Role.COUNSELLOR);
  }

  private long somebodyElse(String login, Role role) {
    Counsellor other =
        new Counsellor(
            login,
            "Beratung 2",
            "city",
            "hoerde",
            Set.of(role),
            new Skills(Set.of("tr"), Set.of()),
            PASSWORD);
    staff.add(other);
    return other.id();
  }

  @Test
  void aPasswordIsKeptAsArgon2id() {
    assertThat(PASSWORD.phc()).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    assertThat(PASSWORD.matches("correct horse")).isTrue();
    assertThat(PASSWORD.matches("correct hors")).isFalse();
  }
}
