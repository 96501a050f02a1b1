package de.lokalwillkommen.core.staff;

import de.lokalwillkommen.core.kernel.DomainEvents;
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
