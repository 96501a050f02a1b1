package de.lokalwillkommen.core.staff;

import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.kernel.UseCase;
import de.lokalwillkommen.core.offices.Counter;
import de.lokalwillkommen.core.offices.Offices;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;

/**
 * Takes a counter for a person who is signed in without one: one that is free, or, knowingly, one
 * where a colleague works, as the other half of a tandem.
 */
@UseCase
public class TakingCounters {

  private Staff staff;
  private Offices offices;
  private Shifts shifts;
  private Clock clock;

  protected TakingCounters() {}

  @Inject
  TakingCounters(Staff staff, Offices offices, Shifts shifts, Clock clock) {
    this.staff = staff;
    this.offices = offices;
    this.shifts = shifts;
    this.clock = clock;
  }

  /**
   * Goes on with a sign-in at a counter, and begins a shift there.
   *
   * @param label the label of a counter of the office where the person is signed in
   * @param together whether the person knows that a colleague works there
   * @throws de.lokalwillkommen.core.kernel.Refused {@code NOT_SIGNED_IN} if the sign-in is over;
   *     {@code CONFLICT} if it is at a counter already, or with {@code ask} if a colleague works at
   *     this one; {@code NOT_ALLOWED} for a role that does not work there; {@code INVALID} for an
   *     unknown counter
   */
  public SignedIn take(SecretToken token, String label, boolean together) {
    Instant now = clock.instant();
    SignIn signIn =
        staff
            .findSignIn(token)
            .filter(s -> !s.isOver(now))
            .orElseThrow(() -> Refusal.of(Kind.NOT_SIGNED_IN, "signIn.needed").asException());
    Counsellor me = staff.findForChange(signIn.counsellor()).orElseThrow();
    if (signIn.isAtCounter()) {
      throw Refusal.of(Kind.CONFLICT, "counter.already").asException();
    }
    String office = signIn.office().filter(me::belongsTo).filter(me::servesVisitorsIn).orElse("");
    if (office.isEmpty()) {
      throw Refusal.of(Kind.NOT_ALLOWED, "signIn.noCounter").asException();
    }
    Counter counter =
        offices
            .get(office)
            .findCounter(label)
            .orElseThrow(
                () ->
                    Refusal.of(Kind.INVALID, "counter.unknown")
                        .with("field", "counter")
                        .asException());
    boolean taken = shifts.isTakenByOther(me, office, counter.id(), now);
    if (taken && !together) {
      throw Refusal.of(Kind.CONFLICT, "counter.occupied").with("ask", "tandem").asException();
    }
    shifts.replaceOthers(me, now);
    signIn.takeCounter(counter.id());
    shifts.begin(me, office, counter.id(), now);
    return signIn.describe(me);
  }
}
