package de.lokalwillkommen.core.staff;

import de.lokalwillkommen.core.kernel.DomainEvents;
import de.lokalwillkommen.core.offices.OfficeFixture;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Staff for the tests of other packages. */
public final class StaffFixture {

  private StaffFixture() {}

  /** The people of a database. */
  public static Staff of(EntityManager entities) {
    return new JpaStaff(entities);
  }

  public static Access access(Staff staff, DomainEvents events, Clock clock) {
    return new Access(staff, new Shifts(staff, events), clock);
  }

  /** Signs a person in without a counter, after the password was right. */
  public static void begin(EntityManager entities, Clock clock, String login, PasswordHash right) {
    Staff staff = of(entities);
    Shifts shifts = new Shifts(staff, event -> {});
    new BeginningSignIns(staff, OfficeFixture.offices(OfficeFixture.hoerde()), shifts, clock)
        .begin(login, right, Optional.empty(), Optional.empty());
  }

  /** The number of a person's sign-ins that have not ended. */
  public static long countOpenSignIns(EntityManager entities, long person, Instant now) {
    return of(entities).listSignInsOf(person).stream().filter(s -> !s.isOver(now)).count();
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
