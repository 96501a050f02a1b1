package de.lokalwillkommen.core.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.kernel.Refused;
import de.lokalwillkommen.core.kernel.TestClock;
import de.lokalwillkommen.core.offices.OfficeFixture;
import de.lokalwillkommen.core.offices.Offices;
import de.lokalwillkommen.core.staff.Desks.Partner;
import java.lang.reflect.Field;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
  private final TakingCounters taking =
      new TakingCounters(
          staff,
          OfficeFixture.offices(OfficeFixture.hoerde(), OfficeFixture.eving()),
          new Shifts(staff, event -> {}),
          clock);

  @BeforeEach
  void aCounsellorWorksInHoerde() {
    staff.add(new Organisation("city", "Stadt Dortmund"));
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
    return StaffFixture.signingIn(staff, offices, passwords, StaffFixture.NO_SECOND_STEP, clock);
  }

  private static Credentials shown(String login, String password) {
    return new Credentials(login, password, false);
  }

  private SigningIn.Welcome enter(
      Credentials shown, Optional<String> office, Optional<String> counter) {
    return (SigningIn.Welcome) signingIn.signIn(shown, office, counter);
  }

  private SigningIn.Welcome signIn(String password) {
    return enter(shown("hoerde-1", password), Optional.of("hoerde"), Optional.of("2"));
  }

  private static void assertRefused(Kind kind, ThrowingCallable action) {
    assertThatThrownBy(action)
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.refusal().kind()).isEqualTo(kind));
  }

  @Test
  void aPersonWhoSignsInAtACounterWorksThere() {
    SignedIn me = signIn("correct horse").who();

    assertThat(me.counter()).contains(OfficeFixture.COUNTER_2);
    assertThat(me.worksIn("hoerde")).isTrue();
    assertThat(me.worksIn("eving")).isFalse();
    assertThat(desks.readStaffedIn("hoerde"))
        .singleElement()
        .satisfies(desk -> assertThat(desk.skills().speaks("ar")).isTrue());
  }

  private SigningIn.Welcome signInElsewhere(Optional<String> counter) {
    return enter(shown("both", "correct horse"), Optional.of("eving"), counter);
  }

  private Counsellor addPersonOfBoth(Set<Role> here, Role... elsewhere) {
    Counsellor both =
        new Counsellor(
            "both",
            new PersonDetails(
                "Beide",
                Optional.empty(),
                Optional.of("hoerde"),
                here,
                Stream.of(elsewhere)
                    .map(role -> new OfficeRole("eving", role))
                    .collect(Collectors.toSet()),
                new Skills(Set.of(), Set.of())));
    both.choose(PASSWORD);
    staff.add(both);
    return both;
  }

  @Test
  void ofTwoOfficesTheRolesOfTheChosenOneCount() {
    addPersonOfBoth(Set.of(Role.COUNSELLOR), Role.OFFICE_LEAD);

    SignedIn home =
        enter(shown("both", "correct horse"), Optional.of("hoerde"), Optional.empty()).who();
    assertThat(home.worksIn("hoerde")).isTrue();
    assertThat(home.may(Right.LEAD_DAY)).isFalse();

    SigningIn.Welcome there = signInElsewhere(Optional.of("1"));
    assertThat(there.who().may(Right.LEAD_DAY, "eving")).isTrue();
    assertThat(there.who().may(Right.LEAD_DAY, "hoerde")).isFalse();
    assertThat(there.who().worksIn("hoerde")).isFalse();
    assertThat(signingIn.recognise(there.token(), true)).contains(there.who());
    assertThat(desks.readStaffedIn("eving")).hasSize(1);
  }

  @Test
  void aRoleOfAllOfficesCountsElsewhereToo() {
    addPersonOfBoth(Set.of(Role.OFFICE_LEAD, Role.AUDITOR), Role.COUNSELLOR);

    SignedIn me = signInElsewhere(Optional.empty()).who();

    assertThat(me.roles()).containsExactlyInAnyOrder(Role.AUDITOR, Role.COUNSELLOR);
  }

  @Test
  void aRoleElsewhereThatIsTakenAwayGivesNothing() {
    Counsellor both = addPersonOfBoth(Set.of(Role.COUNSELLOR), Role.OFFICE_LEAD);
    SignedIn me = signInElsewhere(Optional.empty()).who();
    assertThat(both.findPresentRights(me).orElseThrow().may(Right.LEAD_DAY, "eving")).isTrue();

    both.become(
        new PersonDetails(
            "Beide",
            Optional.empty(),
            Optional.of("hoerde"),
            Set.of(Role.COUNSELLOR),
            new Skills(Set.of(), Set.of())));

    assertThat(both.findPresentRights(me).orElseThrow().may(Right.LEAD_DAY)).isFalse();
    assertRefused(Kind.NOT_ALLOWED, () -> signInElsewhere(Optional.empty()));
  }

  @Test
  void colleaguesAtTheSameCounterSeeEachOthersNames() {
    addColleague();
    SigningIn.Welcome first = signIn("correct horse");
    assertThat(desks.readPartnersOf(first.who())).isEmpty();

    SigningIn.Welcome second =
        enter(shown("hoerde-2", "correct horse"), Optional.of("hoerde"), Optional.of("2"));
    assertThat(second.who().counter()).as("not before the person knows").isEmpty();
    assertThat(desks.readOthersAt(second.who(), OfficeFixture.COUNTER_2))
        .containsExactly(new Partner("Beratung 1", Optional.of("Stadt Dortmund")));
    SignedIn joined = taking.take(second.token(), "2", true);
    assertThat(desks.readPartnersOf(first.who()))
        .containsExactly(new Partner("Beratung 2", Optional.of("Caritas")));
    assertThat(desks.readPartnersOf(joined))
        .extracting(Partner::name)
        .containsExactly("Beratung 1");

    signingIn.signOut(second.token());
    assertThat(desks.readPartnersOf(first.who())).isEmpty();
  }

  @Test
  void theTokenIsRecognisedUntilSigningOut() {
    SecretToken token = signIn("correct horse").token();
    assertThat(signingIn.recognise(token, true)).isPresent();

    signingIn.signOut(token);

    assertThat(signingIn.recognise(token, true)).isEmpty();
    assertThat(desks.readStaffedIn("hoerde")).isEmpty();
  }

  @Test
  void anotherTokenIsNotRecognised() {
    signIn("correct horse");

    assertThat(signingIn.recognise(SecretToken.random(), true)).isEmpty();
  }

  @Test
  void anUnusedSignInEndsAfterFourHours() {
    SecretToken token = signIn("correct horse").token();
    clock.passes(SignIn.UNUSED.plusSeconds(1));

    assertThat(signingIn.recognise(token, true)).isEmpty();
  }

  @Test
  void aUsedOneEndsAfterAWorkingDay() {
    SecretToken token = signIn("correct horse").token();
    for (int hour = 0; hour < 11; hour++) {
      clock.passes(Duration.ofHours(1));
      assertThat(signingIn.recognise(token, true)).isPresent();
    }
    clock.passes(Duration.ofHours(1));

    assertThat(signingIn.recognise(token, true)).isEmpty();
    assertThat(desks.readStaffedIn("hoerde")).isEmpty();
  }

  @Test
  void anExpiredSignInIsDeleted() {
    SecretToken unused = signIn("correct horse").token();
    addColleague();
    clock.passes(SignIn.UNUSED);
    SecretToken going =
        enter(shown("hoerde-2", "correct horse"), Optional.empty(), Optional.empty()).token();
    signingIn.forget();
    assertThat(staff.findSignIn(unused)).isPresent();

    clock.passes(Duration.ofSeconds(1));
    signingIn.forget();

    assertThat(staff.findSignIn(unused)).isEmpty();
    assertThat(signingIn.recognise(going, true)).isPresent();
  }

  @Test
  void theLastExpiredSignInEndsAShiftWithoutASignOut() {
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
        () -> enter(shown("unknown", "wrong"), Optional.empty(), Optional.empty()));
  }

  @Test
  void wrongPasswordsDoNotLockTheNameForItsOwner() {
    for (int i = 0; i < 20; i++) {
      assertRefused(Kind.NOT_SIGNED_IN, () -> signIn("wrong"));
    }

    assertThat(signIn("correct horse").who().login()).isEqualTo("hoerde-1");
  }

  @Test
  void aNameMayBeWrittenWithCapitalsAndBlanks() {
    assertThat(
            enter(shown(" Hoerde-1 ", "correct horse"), Optional.empty(), Optional.empty())
                .who()
                .login())
        .isEqualTo("hoerde-1");
  }

  @Test
  void aLockedAccountIsRevealedOnlyWithTheRightPassword() throws Exception {
    Field locked = Counsellor.class.getDeclaredField("lockedUntil");
    locked.setAccessible(true);
    locked.set(staff.findByLogin("hoerde-1").orElseThrow(), Instant.parse("2999-01-01T00:00:00Z"));

    assertRefused(Kind.NOT_SIGNED_IN, () -> signIn("wrong"));
    assertRefused(Kind.NOT_ALLOWED, () -> signIn("correct horse"));
  }

  @Test
  void noPersonSignsInAtAnotherOffice() {
    assertRefused(
        Kind.NOT_ALLOWED,
        () -> enter(shown("hoerde-1", "correct horse"), Optional.of("eving"), Optional.of("1")));
  }

  @ParameterizedTest
  @EnumSource
  void onlyRolesThatServeVisitorsSignInAtACounter(Role role) {
    addColleague("hoerde-3", role);

    if (Rights.reach(role, Right.SERVE_VISITORS) != Rights.Reach.NONE) {
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
    return enter(shown(login, "correct horse"), Optional.of("hoerde"), counter);
  }

  @Test
  void auditorsAndCoordinatorsServeNoVisitors() {
    assertThat(Role.values())
        .filteredOn(r -> Rights.reach(r, Right.SERVE_VISITORS) != Rights.Reach.NONE)
        .containsExactlyInAnyOrder(Role.COUNSELLOR, Role.OFFICE_LEAD, Role.ADMIN);
  }

  @Test
  void anUnknownCounterIsRefused() {
    assertRefused(
        Kind.INVALID,
        () -> enter(shown("hoerde-1", "correct horse"), Optional.of("hoerde"), Optional.of("9")));
  }

  @Test
  void aNewerSignInAtACounterEndsTheOlderOneWhichCanSayWhy() {
    SecretToken older = signIn("correct horse").token();

    SigningIn.Welcome newest = signIn("correct horse");
    SecretToken newer = newest.token();

    assertThat(newest.replaced()).isEqualTo(1);
    assertThat(signingIn.recognise(older, true)).isEmpty();
    assertThat(signingIn.findEnd(older)).contains(SignInEnd.REPLACED);
    assertThat(signingIn.recognise(newer, true)).isPresent();
    assertThat(signingIn.findEnd(newer)).isEmpty();
  }

  @Test
  void signingOutOfTheOlderOneLeavesTheNewerAtWork() {
    SecretToken older = signIn("correct horse").token();
    signIn("correct horse");

    signingIn.signOut(older);

    assertThat(desks.readStaffedIn("hoerde")).hasSize(1);
  }

  @Test
  void aSignInWithoutACounterGoesOnBesideAndEndsNoShift() {
    SecretToken atCounter = signIn("correct horse").token();
    SecretToken beside =
        enter(shown("hoerde-1", "correct horse"), Optional.empty(), Optional.empty()).token();
    assertThat(signingIn.recognise(atCounter, true)).isPresent();

    signingIn.signOut(beside);

    assertThat(signingIn.recognise(atCounter, true)).isPresent();
    assertThat(desks.readStaffedIn("hoerde")).hasSize(1);
  }

  @Test
  void requestsOfAnOpenPageDoNotCountAsUse() {
    SecretToken token = signIn("correct horse").token();
    for (int minutes = 0; minutes < 60; minutes += 5) {
      assertThat(signingIn.isUnusedForLong(token)).isFalse();
      clock.passes(Duration.ofMinutes(5));
      assertThat(signingIn.recognise(token, false)).isPresent();
    }
    assertThat(signingIn.isUnusedForLong(token)).isTrue();
    assertThat(desks.readStaffedIn("hoerde")).hasSize(1);

    openPageFor(Duration.ofMinutes(15), token);
    assertThat(desks.readStaffedIn("hoerde")).isEmpty();

    signingIn.recognise(token, true);
    assertThat(signingIn.isUnusedForLong(token)).isFalse();
    assertThat(desks.readStaffedIn("hoerde")).hasSize(1);

    openPageFor(SignIn.UNUSED.plusMinutes(5), token);
    assertThat(signingIn.findEnd(token)).contains(SignInEnd.UNUSED);
  }

  private void openPageFor(Duration duration, SecretToken token) {
    for (long minutes = 0; minutes < duration.toMinutes(); minutes += 5) {
      clock.passes(Duration.ofMinutes(5));
      signingIn.recognise(token, false);
    }
  }

  @Test
  void movingToAnotherCounterEndsTheShiftAtTheFirst() {
    signIn("correct horse");
    enter(shown("hoerde-1", "correct horse"), Optional.of("hoerde"), Optional.of("1"));

    assertThat(desks.readStaffedIn("hoerde"))
        .extracting(Desks.Desk::counter)
        .containsExactly(OfficeFixture.COUNTER_1);
  }

  @Test
  void aCounsellorAtAnAbandonedCounterTakesItOver() {
    staff.add(
        new CounterShift(
            "hoerde",
            OfficeFixture.COUNTER_2,
            addColleague(),
            new Skills(Set.of("tr"), Set.of()),
            clock.instant()));

    signIn("correct horse");

    assertThat(desks.readStaffedIn("hoerde"))
        .singleElement()
        .satisfies(desk -> assertThat(desk.skills().speaks("ar")).isTrue())
        .satisfies(desk -> assertThat(desk.skills().speaks("tr")).isFalse());
  }

  @Test
  void twoSignedInCounsellorsShareACounter() {
    addColleague();
    enter(shown("hoerde-2", "correct horse"), Optional.of("hoerde"), Optional.of("2"));
    SigningIn.Welcome joining = signIn("correct horse");

    assertRefused(Kind.CONFLICT, () -> taking.take(joining.token(), "2", false));
    taking.take(joining.token(), "2", true);

    assertThat(desks.readStaffedIn("hoerde"))
        .singleElement()
        .satisfies(desk -> assertThat(desk.skills().speaks("ar")).isTrue())
        .satisfies(desk -> assertThat(desk.skills().speaks("tr")).isTrue());
  }

  @Test
  void aCounterIsTakenOnceAndInTheOwnOfficeOnly() {
    SigningIn.Welcome here =
        enter(shown("hoerde-1", "correct horse"), Optional.of("hoerde"), Optional.empty());

    assertRefused(Kind.INVALID, () -> taking.take(here.token(), "9", true));
    assertThat(taking.take(here.token(), "1", false).counter()).contains(OfficeFixture.COUNTER_1);
    assertRefused(Kind.CONFLICT, () -> taking.take(here.token(), "2", false));
    signingIn.signOut(here.token());
    assertRefused(Kind.NOT_SIGNED_IN, () -> taking.take(here.token(), "2", false));
  }

  @Test
  void aColleagueWhoHasGoneIsNotAskedAbout() {
    addColleague();
    enter(shown("hoerde-2", "correct horse"), Optional.of("hoerde"), Optional.of("2"));
    clock.passes(Duration.ofMinutes(16));

    assertThat(signIn("correct horse").who().counter()).contains(OfficeFixture.COUNTER_2);
  }

  @Test
  void theOrganisationsOfATandemAreEachNamedOnce() {
    addColleague();
    addColleague("hoerde-3", Role.COUNSELLOR);
    SignedIn first = signIn("correct horse").who();
    for (String login : List.of("hoerde-2", "hoerde-3")) {
      SigningIn.Welcome other =
          enter(shown(login, "correct horse"), Optional.of("hoerde"), Optional.of("2"));
      taking.take(other.token(), "2", true);
    }

    assertThat(desks.readOrganisationsAt(OfficeFixture.COUNTER_2, "hoerde", first))
        .containsExactly("caritas", "city");
    assertThat(desks.readOrganisationsAt(OfficeFixture.COUNTER_1, "hoerde", first)).isEmpty();
  }

  @Test
  void anEndedSignInLeavesTheCounterToTheNext() {
    addColleague();
    enter(shown("hoerde-2", "correct horse"), Optional.of("hoerde"), Optional.of("2"));
    clock.passes(SignIn.UNUSED.plusSeconds(1));

    signIn("correct horse");

    assertThat(desks.readStaffedIn("hoerde"))
        .singleElement()
        .satisfies(desk -> assertThat(desk.skills().speaks("tr")).isFalse());
  }

  private long addColleague() {
    return addColleague("hoerde-2", Role.COUNSELLOR);
  }

  private long addColleague(String login, Role role) {
    Counsellor other =
        new Counsellor(
            login,
            "Beratung 2",
            "caritas",
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

  @Test
  void onlyAPersonWithAPasswordWhoHasNotLeftSignsIn() {
    Counsellor person = staff.findByLogin("hoerde-1").orElseThrow();
    person.leave();
    assertRefused(Kind.NOT_SIGNED_IN, () -> signIn("correct horse"));
    person.comeBack();
    signIn("correct horse");
    person.forgetPassword();
    assertRefused(Kind.NOT_SIGNED_IN, () -> signIn("correct horse"));
  }

  @Test
  void aPasswordThatWasReplacedWhileItWasCheckedSignsNobodyIn() {
    BeginningSignIns beginning =
        new BeginningSignIns(
            staff,
            StaffFixture.admission(staff, OfficeFixture.offices(OfficeFixture.hoerde()), clock),
            StaffFixture.NO_SECOND_STEP);
    PasswordHash checked = beginning.findPassword("hoerde-1").orElseThrow();
    staff.findByLogin("hoerde-1").orElseThrow().choose(new PasswordHash("newer"));

    assertRefused(
        Kind.NOT_SIGNED_IN,
        () ->
            beginning.begin(
                "hoerde-1", checked, Optional.empty(), Optional.empty(), Optional.empty()));
  }

  @Test
  void signInsThatAreOverOrUnknownAreListed() {
    String going = signIn("correct horse").token().hash();
    SecretToken ended =
        enter(shown("hoerde-1", "correct horse"), Optional.empty(), Optional.empty()).token();
    staff.findSignIn(ended).orElseThrow().end(SignInEnd.LEFT);

    assertThat(signingIn.listOver(Set.of(going, ended.hash(), "unknown")))
        .containsExactlyInAnyOrder(ended.hash(), "unknown");
    assertThat(signingIn.listOver(Set.of())).isEmpty();
  }

  @Test
  void theDayOfTheLastSignInIsKept() {
    Counsellor person = staff.findByLogin("hoerde-1").orElseThrow();
    assertThat(person.lastSignedIn()).isEmpty();
    signIn("correct horse");
    assertThat(person.lastSignedIn())
        .contains(LocalDate.ofInstant(clock.instant(), OfficeFixture.hoerde().zone()));
  }
}
