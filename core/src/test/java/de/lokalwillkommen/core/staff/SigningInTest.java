package de.lokalwillkommen.core.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.lokalwillkommen.core.kernel.RecordedEvents;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.kernel.Refused;
import de.lokalwillkommen.core.kernel.TestClock;
import de.lokalwillkommen.core.offices.OfficeFixture;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SigningInTest {

  private static final PasswordHash PASSWORD = PasswordHash.of("correct horse");

  private final TestClock clock = new TestClock(Instant.parse("2026-11-23T08:00:00Z"));
  private final InMemoryStaff staff = new InMemoryStaff();
  private final SigningIn signingIn =
      new SigningIn(
          staff,
          OfficeFixture.offices(OfficeFixture.hoerde(), OfficeFixture.eving()),
          new RecordedEvents(),
          clock);
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
  void nobodySignsInAtAnotherOffice() {
    assertRefused(
        Kind.NOT_ALLOWED,
        () ->
            signingIn.signIn("hoerde-1", "correct horse", Optional.of("eving"), Optional.of("1")));
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
    Counsellor other =
        new Counsellor(
            "hoerde-2",
            "Beratung 2",
            "city",
            "hoerde",
            Set.of(Role.COUNSELLOR),
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
