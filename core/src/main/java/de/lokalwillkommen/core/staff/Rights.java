package de.lokalwillkommen.core.staff;

import static de.lokalwillkommen.core.staff.Rights.Reach.ALL;
import static de.lokalwillkommen.core.staff.Rights.Reach.WORKPLACE;

import java.util.Map;

/**
 * The one table of rights: which role may do what, and in which offices. What does not stand here
 * is not allowed.
 */
public final class Rights {

  /** The offices in which a role has a right. */
  public enum Reach {
    /** In no office. */
    NONE,
    /** In the office in which the person is signed in. */
    WORKPLACE,
    /** In all offices, and in what concerns no single office. */
    ALL
  }

  private static final Map<Role, Map<Right, Reach>> TABLE =
      Map.of(
          Role.COUNSELLOR,
          Map.of(Right.SERVE_VISITORS, WORKPLACE),
          Role.OFFICE_LEAD,
          Map.of(
              Right.SERVE_VISITORS, WORKPLACE,
              Right.ARRANGE_AVAILABILITY, WORKPLACE,
              Right.ARRANGE_OFFICE, WORKPLACE,
              Right.READ_LEAD_TIMES, WORKPLACE,
              Right.READ_HISTORY, WORKPLACE,
              Right.MANAGE_PEOPLE, WORKPLACE),
          Role.COORDINATION,
          Map.of(Right.READ_LEAD_TIMES, ALL),
          Role.ADMIN,
          Map.of(
              Right.SERVE_VISITORS, WORKPLACE,
              Right.ARRANGE_AVAILABILITY, ALL,
              Right.ARRANGE_OFFICE, ALL,
              Right.FOUND_OFFICES, ALL,
              Right.ARRANGE_TOPICS, ALL,
              Right.READ_LEAD_TIMES, ALL,
              Right.READ_HISTORY, ALL,
              Right.MANAGE_PEOPLE, ALL,
              Right.ARRANGE_SIGN_IN, ALL,
              Right.MANAGE_WEBHOOKS, ALL),
          Role.AUDITOR,
          Map.of(Right.READ_HISTORY, ALL));

  private Rights() {}

  /** Where a role has a right. */
  public static Reach reach(Role role, Right right) {
    return TABLE.getOrDefault(role, Map.of()).getOrDefault(right, Reach.NONE);
  }
}
