package de.lokalwillkommen.core.staff;

import de.lokalwillkommen.core.kernel.ReadModel;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;

/** The running shift of a person at the counter where they are signed in. */
@ReadModel
public class OwnShift {

  private Staff staff;

  protected OwnShift() {}

  @Inject
  public OwnShift(Staff staff) {
    this.staff = staff;
  }

  /**
   * A running shift.
   *
   * @param presence whether the person takes visitors
   * @param languages BCP 47 tags of what the person speaks; German is spoken everywhere
   * @param topics identifiers of the topics the person advises on; empty means all
   */
  public record Running(Presence presence, Set<String> languages, Set<String> topics) {

    public Running {
      languages = Set.copyOf(languages);
      topics = Set.copyOf(topics);
    }

    private static Running of(CounterShift shift) {
      Skills skills = shift.skills();
      return new Running(shift.presence(), skills.languages(), skills.topics());
    }
  }

  /** The shift of that person; empty if they work at no counter. */
  public Optional<Running> find(long counsellor) {
    return staff.listOpenShiftsOf(counsellor).stream().findFirst().map(Running::of);
  }
}
