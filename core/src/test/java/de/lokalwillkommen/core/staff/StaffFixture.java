package de.lokalwillkommen.core.staff;

import de.lokalwillkommen.core.kernel.DomainEvents;
import de.lokalwillkommen.core.offices.OfficeFixture;
import de.lokalwillkommen.core.offices.Offices;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Staff for the tests of other packages. */
public final class StaffFixture {

  /** Who works where, as a database has it. */
  public static Desks desks(jakarta.persistence.EntityManager entities, Clock clock) {
    return new Desks(new JpaStaff(entities), clock);
  }

  /** Signing in with a password alone. */
  public static final SecondStep NO_SECOND_STEP =
      new SecondStep() {
        @Override
        public Need needOf(Counsellor person) {
          return Need.NONE;
        }

        @Override
        public void prepare(Counsellor person) {
          throw new UnsupportedOperationException();
        }

        @Override
        public Checked check(Counsellor person, String typed) {
          throw new UnsupportedOperationException();
        }
      };

  private StaffFixture() {}

  /** Checks passwords at once: one is right if it is the same text as its hash. */
  public static PasswordChecks quickChecks() {
    return new PasswordChecks(
        (hash, password) -> hash.phc().contentEquals(password), Duration.ofSeconds(1));
  }

  public static SigningIn signingIn(
      Staff staff, Offices offices, PasswordChecks passwords, SecondStep second, Clock clock) {
    Shifts shifts = new Shifts(staff, event -> {});
    return new SigningIn(
        staff,
        new BeginningSignIns(staff, new Admission(staff, offices, shifts, clock), second),
        passwords,
        shifts,
        clock);
  }

  /** The people of a database. */
  public static Staff of(EntityManager entities) {
    return new JpaStaff(entities);
  }

  public static Access access(Staff staff, DomainEvents events, Clock clock) {
    return new Access(staff, new Shifts(staff, events), clock);
  }

  /** Lets people in who have shown who they are. */
  public static Admission admission(Staff staff, Offices offices, Clock clock) {
    return new Admission(staff, offices, new Shifts(staff, event -> {}), clock);
  }

  /** Signs a person in without a counter, after the password was right. */
  public static void begin(EntityManager entities, Clock clock, String login, PasswordHash right) {
    begin(of(entities), NO_SECOND_STEP, clock, login, right, Optional.empty());
  }

  /** Signs a person in without a counter, with a code or before it is asked for. */
  public static SigningIn.Entry begin(
      Staff staff,
      SecondStep second,
      Clock clock,
      String login,
      PasswordHash right,
      Optional<String> code) {
    Offices offices = OfficeFixture.offices(OfficeFixture.hoerde());
    return new BeginningSignIns(staff, admission(staff, offices, clock), second)
        .begin(login, right, code, Optional.empty(), Optional.empty());
  }

  /** The number of a person's sign-ins that have not ended. */
  public static long countOpenSignIns(EntityManager entities, long person, Instant now) {
    return countOpenSignIns(of(entities), person, now);
  }

  /** The number of a person's sign-ins that have not ended. */
  public static long countOpenSignIns(Staff staff, long person, Instant now) {
    return staff.listSignInsOf(person).stream().filter(s -> !s.isOver(now)).count();
  }

  /** Signs a person in at counter 101 of Hörde. */
  public static SecretToken signIn(Staff staff, long person, Instant now) {
    SecretToken token = SecretToken.random();
    staff.add(new SignIn(token, person, "hoerde", 101L, now));
    staff.add(new CounterShift("hoerde", 101, person, new Skills(Set.of(), Set.of()), now));
    return token;
  }

  /** Why a sign-in has ended, if it has. */
  public static Optional<SignInEnd> findEnd(Staff staff, SecretToken token, Instant now) {
    return staff.findSignIn(token).orElseThrow().findEnd(now);
  }
}
