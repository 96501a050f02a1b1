package de.lokalwillkommen.core.staff;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.function.Predicate;

/** Ends the sign-ins of a person. Part of a use case. */
@Dependent
public class Access {

  private final Staff staff;
  private final Shifts shifts;
  private final Clock clock;

  @Inject
  Access(Staff staff, Shifts shifts, Clock clock) {
    this.staff = staff;
    this.shifts = shifts;
    this.clock = clock;
  }

  /** Ends all sign-ins and shifts of a person. */
  public void endAll(Counsellor person, SignInEnd because) {
    end(person, because, signIn -> true);
  }

  /** Ends the sign-ins of a person other than that one, and the shift if it belongs to another. */
  public void endOthers(Counsellor person, SignInEnd because, SecretToken kept) {
    end(person, because, signIn -> !signIn.tokenHash().equals(kept.hash()));
  }

  /** Ends those sign-ins of a person, and the shift if it belongs to one of them. */
  public void endThose(Counsellor person, SignInEnd because, Set<String> tokenHashes) {
    end(person, because, signIn -> tokenHashes.contains(signIn.tokenHash()));
  }

  /** Ends the sign-ins of a person that began before an instant, and the shift with them. */
  public void endBegunBefore(Counsellor person, SignInEnd because, Instant instant) {
    end(person, because, signIn -> signIn.hasBegunBefore(instant));
  }

  private void end(Counsellor person, SignInEnd because, Predicate<SignIn> ends) {
    Instant now = clock.instant();
    boolean staysAtCounter = false;
    for (SignIn signIn : staff.listSignInsOf(person.id())) {
      if (!signIn.isOver(now) && ends.test(signIn)) {
        signIn.end(because);
      }
      staysAtCounter |= signIn.isAtCounter() && !signIn.isOver(now);
    }
    if (!staysAtCounter) {
      shifts.endAllOf(person.id(), now);
    }
  }
}
