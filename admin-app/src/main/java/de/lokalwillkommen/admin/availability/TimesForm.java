package de.lokalwillkommen.admin.availability;

/** The hours and the number of desks of a form. */
public abstract class TimesForm {

  private String from = "09:00";
  private String until = "12:00";
  private String desks;

  /**
   * @param desks the proposed number of desks
   */
  protected TimesForm(String desks) {
    this.desks = desks;
  }

  public String getFrom() {
    return from;
  }

  public void setFrom(String from) {
    this.from = from;
  }

  public String getUntil() {
    return until;
  }

  public void setUntil(String until) {
    this.until = until;
  }

  public String getDesks() {
    return desks;
  }

  public void setDesks(String desks) {
    this.desks = desks;
  }
}
