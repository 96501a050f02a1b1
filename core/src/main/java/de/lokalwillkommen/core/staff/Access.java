package de.lokalwillkommen.core.staff;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

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
    end(person, because, Optional.empty());
  }

  /** Ends the sign-ins of a person other than that one, and the shift if it belongs to another. */
  public void endOthers(Counsellor person, SignInEnd because, SecretToken kept) {
    end(person, because, Optional.of(kept.hash()));
  }

  private void end(Counsellor person, SignInEnd because, Optional<String> kept) {
    Instant now = clock.instant();
    boolean staysAtCounter = false;
    for (SignIn signIn : staff.listSignInsOf(person.id())) {
      boolean stays = kept.filter(signIn.tokenHash()::equals).isPresent();
      if (!stays && !signIn.isOver(now)) {
        signIn.end(because);
      }
      staysAtCounter |= stays && signIn.isAtCounter();
    }
    if (!staysAtCounter) {
      shifts.endAllOf(person.id(), now);
    }
  }
}
