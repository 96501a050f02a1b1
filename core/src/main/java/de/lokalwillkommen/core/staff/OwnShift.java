package de.lokalwillkommen.core.staff;

import de.lokalwillkommen.core.kernel.ReadModel;
import jakarta.inject.Inject;
import java.util.Optional;

/** What somebody does at the moment at the counter where they are signed in. */
@ReadModel
public class OwnShift {

  private Staff staff;

  protected OwnShift() {}

  @Inject
  OwnShift(Staff staff) {
    this.staff = staff;
  }

  /** Whether the person is available; empty if they work at no counter. */
  public Optional<Presence> presenceOf(long counsellor) {
    return staff.listOpenShiftsOf(counsellor).stream().map(CounterShift::presence).findFirst();
  }
}
