package de.lokalwillkommen.core.staff;

import de.lokalwillkommen.core.kernel.DomainEvents;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;

/** Begins and ends shifts at sign-in and sign-out. Part of a use case. */
@Dependent
class Shifts {

  private final Staff staff;
  private final DomainEvents events;

  @Inject
  Shifts(Staff staff, DomainEvents events) {
    this.staff = staff;
    this.events = events;
  }

  /**
   * Begins a shift at a counter. Ends the person's shift elsewhere, and shifts at this counter
   * whose counsellors left without signing out.
   */
  void begin(Counsellor counsellor, String office, long counter, Instant now) {
    endAllOf(counsellor.id(), now);
    endAbandoned(office, counter, now);
    staff.add(new CounterShift(office, counter, counsellor.id(), counsellor.skills(), now));
    events.publish(new ShiftChanged(office, counter, now));
  }

  /**
   * Whether another person works at a counter now. It stays so until the transaction ends: of two
   * who take a free counter at once the second finds the first.
   */
  boolean isTakenByOther(Counsellor counsellor, String office, long counter, Instant now) {
    staff.lockCounter(counter);
    return staff.listOpenShifts(office).stream()
        .filter(shift -> shift.counter() == counter && shift.counsellor() != counsellor.id())
        .flatMap(shift -> staff.listSignInsOf(shift.counsellor()).stream())
        .anyMatch(signIn -> signIn.isAt(counter) && signIn.isPresent(now));
  }

  /** Ends a person's other sign-ins at a counter and returns how many there were. */
  int replaceOthers(Counsellor counsellor, Instant now) {
    List<SignIn> older =
        staff.listSignInsOf(counsellor.id()).stream()
            .filter(signIn -> signIn.isAtCounter() && !signIn.isOver(now))
            .toList();
    older.forEach(signIn -> signIn.end(SignInEnd.REPLACED));
    return older.size();
  }

  /** Ends all shifts of a person, at any counter. */
  void endAllOf(long counsellor, Instant now) {
    staff.listOpenShiftsOf(counsellor).forEach(shift -> end(shift, now));
  }

  /**
   * Ends the shifts at a counter without a valid sign-in; a colleague who is signed in there stays,
   * as the other half of a tandem.
   */
  private void endAbandoned(String office, long counter, Instant now) {
    staff.listOpenShifts(office).stream()
        .filter(shift -> shift.counter() == counter)
        .filter(
            shift ->
                staff.listSignInsOf(shift.counsellor()).stream()
                    .filter(s -> s.isAt(counter))
                    .allMatch(s -> s.isOver(now)))
        .forEach(shift -> end(shift, now));
  }

  private void end(CounterShift shift, Instant now) {
    shift.end(now);
    events.publish(new ShiftChanged(shift.office(), shift.counter(), now));
  }
}
