package de.lokalwillkommen.core.arranging;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * People whom a change of an office affects: it is shown before the change is saved.
 *
 * @param kind how they are affected
 * @param subject the identifier of the topic, the label of the counter, the day in ISO 8601 of
 *     appointments outside the opening hours or on a holiday, or the tag of the language; the empty
 *     string if the whole office is concerned
 * @param people how many
 */
public record OfficeImpact(Kind kind, String subject, int people) {

  /** How people are affected by a change. */
  public enum Kind {
    /** They wait in the line. */
    WAITING,
    /** They have an appointment. */
    BOOKED,
    /** They have an appointment outside the opening hours. */
    OUTSIDE,
    /** They have an appointment on a day that becomes a public holiday. */
    HOLIDAY,
    /** They have an appointment, and its local time changes. */
    SHIFTED,
    /** They wait in a language that the kiosk no longer offers. */
    WAITING_IN_LANGUAGE,
    /** They have an appointment in a language that the kiosk no longer offers. */
    BOOKED_IN_LANGUAGE,
    /** They are called to the counter or sit there as visitors. */
    CALLED,
    /** They work at the counter. */
    SEATED
  }

  /** The same people over all offices: one impact for each kind and subject, in their order. */
  static List<OfficeImpact> together(List<OfficeImpact> affected) {
    Map<String, OfficeImpact> sums = new LinkedHashMap<>();
    affected.forEach(each -> sums.merge(each.kind + each.subject, each, OfficeImpact::plus));
    return List.copyOf(sums.values());
  }

  private OfficeImpact plus(OfficeImpact other) {
    return new OfficeImpact(kind, subject, people + other.people);
  }

  /** What an editor confirms: the same people in the same number. */
  public String key() {
    return kind + ":" + subject + ":" + people;
  }
}
