package de.lokalwillkommen.core.offices;

/**
 * What stands at the door of a counter.
 *
 * @param label what a counsellor picks when signing in, 1 to 10 characters
 * @param name what the waiting room reads, 1 to 40 characters
 */
public record CounterSign(String label, String name) {

  private static final int LONGEST_LABEL = 10;
  private static final int LONGEST_NAME = 40;

  public CounterSign {
    label = EnteredValue.text("label", label, LONGEST_LABEL);
    name = EnteredValue.text("counterName", name, LONGEST_NAME);
  }
}
