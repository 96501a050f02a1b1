package de.lokalwillkommen.admin.console;

import de.lokalwillkommen.core.calling.CallingTickets;
import java.util.List;

/** Asks for a reason: one of the usual ones, or one in the person's own words. */
public abstract class ReasonForm {

  private final List<String> usual;
  private String reason = "";

  /**
   * @param usual the keys of usual reasons, below those of the form
   */
  protected ReasonForm(List<String> usual) {
    this.usual = usual;
  }

  public List<String> getUsual() {
    return usual;
  }

  public int getLongest() {
    return CallingTickets.LONGEST_REASON;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason == null ? "" : reason;
  }
}
