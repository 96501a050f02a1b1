package de.lokalwillkommen.core.staff;

import de.lokalwillkommen.core.kernel.DomainEvents;
import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.kernel.UseCase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** Changes a person's running shift: presence, languages, topics. */
@UseCase
public class TakingShifts {

  private Staff staff;
  private DomainEvents events;
  private Clock clock;

  protected TakingShifts() {}

  @Inject
  public TakingShifts(Staff staff, DomainEvents events, Clock clock) {
    this.staff = staff;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Sets the presence: available, on a break, or doing other work.
   *
   * @throws de.lokalwillkommen.core.kernel.Refused {@code CONFLICT} if the person has no shift
   */
  public void turnTo(long counsellor, Presence presence) {
    change(counsellor, shift -> shift.turnTo(presence));
  }

  /**
   * Makes a counsellor who calls a visitor available, regardless of the previous presence.
   *
   * @return whether that is a change
   */
  public boolean makeAvailable(long counsellor) {
    boolean away =
        staff.listOpenShiftsOf(counsellor).stream()
            .anyMatch(shift -> shift.presence() != Presence.AVAILABLE);
    if (away) {
      turnTo(counsellor, Presence.AVAILABLE);
    }
    return away;
  }

  /**
   * Changes languages and topics for the rest of the shift.
   *
   * @throws de.lokalwillkommen.core.kernel.Refused {@code CONFLICT} if the person has no shift
   */
  public void offer(long counsellor, Skills skills) {
    change(counsellor, shift -> shift.offer(skills));
  }

  private void change(long counsellor, Consumer<CounterShift> change) {
    Instant now = clock.instant();
    List<CounterShift> open =
        staff.listOpenShiftsOf(counsellor).stream().filter(shift -> shift.isOpen(now)).toList();
    if (open.isEmpty()) {
      throw Refusal.of(Kind.CONFLICT, "shift.none").asException();
    }
    for (CounterShift shift : open) {
      change.accept(shift);
      events.publish(new ShiftChanged(shift.office(), shift.counter(), now));
    }
  }
}
