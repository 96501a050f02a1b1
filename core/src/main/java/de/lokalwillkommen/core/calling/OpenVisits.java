package de.lokalwillkommen.core.calling;

import de.lokalwillkommen.core.kernel.ReadModel;
import de.lokalwillkommen.core.staff.Desks;
import de.lokalwillkommen.core.staff.SignedIn;
import de.lokalwillkommen.core.ticketing.TicketView;
import jakarta.inject.Inject;
import java.util.List;

/** The visits for which one counsellor is the only one responsible. */
@ReadModel
public class OpenVisits {

  private Lines lines;
  private Desks desks;

  protected OpenVisits() {}

  @Inject
  public OpenVisits(Lines lines, Desks desks) {
    this.lines = lines;
    this.desks = desks;
  }

  /**
   * The visitors called to the counsellor's counter or served there. Empty if a colleague works at
   * the same counter and can continue.
   */
  public List<TicketView> listOf(SignedIn me) {
    if (me.counter().isEmpty() || me.office().isEmpty()) {
      return List.of();
    }
    long counter = me.counter().get();
    String office = me.office().get();
    List<TicketView> here =
        lines.get(office).atCounters().stream()
            .filter(t -> t.counter().filter(c -> c.id() == counter).isPresent())
            .toList();
    boolean shared =
        !here.isEmpty() && desks.readPeopleIn(office).getOrDefault(counter, List.of()).size() > 1;
    return shared ? List.of() : here;
  }
}
