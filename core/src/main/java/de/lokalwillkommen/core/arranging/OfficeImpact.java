package de.lokalwillkommen.core.arranging;

/**
 * People whom a change of an office affects: it is shown before the change is saved.
 *
 * @param kind how they are affected
 * @param subject the identifier of the topic or the label of the counter; the empty string if they
 *     are affected by the closing of the office
 * @param people how many
 */
public record OfficeImpact(Kind kind, String subject, int people) {

  /** How people are affected by a change. */
  public enum Kind {
    /** They wait in the line. */
    WAITING,
    /** They have an appointment. */
    BOOKED,
    /** They are called to the counter or sit there as visitors. */
    CALLED,
    /** They work at the counter. */
    SEATED
  }

  /** What an editor confirms: the same people in the same number. */
  public String key() {
    return kind + ":" + subject + ":" + people;
  }
}
