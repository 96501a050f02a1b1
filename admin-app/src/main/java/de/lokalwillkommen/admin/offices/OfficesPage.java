package de.lokalwillkommen.admin.offices;

import de.lokalwillkommen.admin.security.CurrentUser;
import de.lokalwillkommen.core.arranging.OfficePlan;
import de.lokalwillkommen.core.arranging.OfficeSettings;
import de.lokalwillkommen.core.staff.Right;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The list of the offices that a person may arrange. */
@Named
@RequestScoped
public class OfficesPage {

  private OfficePlan plan;
  private CurrentUser me;
  private OfficesRequest asked;
  private List<Row> rows;

  protected OfficesPage() {}

  @Inject
  OfficesPage(OfficePlan plan, CurrentUser me, OfficesRequest asked) {
    this.plan = plan;
    this.me = me;
    this.asked = asked;
  }

  /**
   * An office in the list.
   *
   * @param state the key of whether it is open, below {@code offices.state.}
   */
  public record Row(String id, String name, String address, String state, int counters) {

    private static Row of(OfficeSettings office) {
      return new Row(
          office.id(),
          office.data().name(),
          office.data().address(),
          stateOf(office),
          office.counters().size());
    }
  }

  static String stateOf(OfficeSettings office) {
    String open = office.openNow() ? "open" : "shut";
    return office.ended() ? "ended" : open;
  }

  public List<Row> getRows() {
    if (rows == null) {
      rows = plan.list(me.get()).stream().map(Row::of).toList();
    }
    return rows;
  }

  /** Whether the person may found offices. */
  public boolean isFounder() {
    return me.get().mayEverywhere(Right.FOUND_OFFICES);
  }

  /** Whether the form for a new office is asked for. */
  public boolean isFounding() {
    return isFounder() && asked.word("new").isPresent();
  }
}
