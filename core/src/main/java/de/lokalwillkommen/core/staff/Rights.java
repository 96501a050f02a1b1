package de.lokalwillkommen.core.staff;

import static de.lokalwillkommen.core.staff.Rights.Reach.ALL;
import static de.lokalwillkommen.core.staff.Rights.Reach.OWN_ORGANISATION;
import static de.lokalwillkommen.core.staff.Rights.Reach.WORKPLACE;
import static java.util.Map.entry;

import java.util.Map;

/**
 * The one table of rights: which role may do what, in which offices, and with whose people. What
 * does not stand here is not allowed.
 */
public final class Rights {

  /** Where a role has a right; the wider ones come later. */
  public enum Reach {
    /** In no office. */
    NONE,
    /**
     * In the office in which the person is signed in, and there with the people of the own
     * organisation only. {@link Manager} says who these are.
     */
    OWN_ORGANISATION,
    /** In the office in which the person is signed in. */
    WORKPLACE,
    /** In all offices, and in what concerns no single office. */
    ALL
  }

  private static final Map<Role, Map<Right, Reach>> TABLE =
      Map.of(
          Role.COUNSELLOR,
          Map.of(Right.SERVE_VISITORS, WORKPLACE, Right.SEE_WHO_ACTED, WORKPLACE),
          Role.OFFICE_LEAD,
          Map.of(
              Right.SERVE_VISITORS, WORKPLACE,
              Right.SEE_WHO_ACTED, WORKPLACE,
              Right.CORRECT_OUTCOMES, WORKPLACE,
              Right.LEAD_DAY, WORKPLACE,
              Right.ARRANGE_AVAILABILITY, WORKPLACE,
              Right.ARRANGE_OFFICE, WORKPLACE,
              Right.READ_LEAD_TIMES, WORKPLACE,
              Right.READ_HISTORY, WORKPLACE,
              Right.MANAGE_PEOPLE, OWN_ORGANISATION,
              Right.MANAGE_DEVICES, WORKPLACE),
          Role.COORDINATION,
          Map.of(Right.READ_LEAD_TIMES, ALL),
          Role.ADMIN,
          Map.ofEntries(
              entry(Right.CHOOSE_WORKPLACE, ALL),
              entry(Right.SERVE_VISITORS, WORKPLACE),
              entry(Right.LEAD_DAY, ALL),
              entry(Right.ARRANGE_AVAILABILITY, ALL),
              entry(Right.ARRANGE_OFFICE, ALL),
              entry(Right.FOUND_OFFICES, ALL),
              entry(Right.ARRANGE_TOPICS, ALL),
              entry(Right.EDIT_TEXTS, ALL),
              entry(Right.ARRANGE_INSTALLATION, ALL),
              entry(Right.READ_LEAD_TIMES, ALL),
              entry(Right.READ_HISTORY, ALL),
              entry(Right.MANAGE_PEOPLE, ALL),
              entry(Right.MANAGE_DEVICES, ALL),
              entry(Right.ARRANGE_SIGN_IN, ALL),
              entry(Right.MANAGE_WEBHOOKS, ALL)),
          Role.AUDITOR,
          Map.of(Right.READ_HISTORY, ALL));

  private Rights() {}

  /** Where a role has a right. */
  public static Reach reach(Role role, Right right) {
    return TABLE.getOrDefault(role, Map.of()).getOrDefault(right, Reach.NONE);
  }
}
