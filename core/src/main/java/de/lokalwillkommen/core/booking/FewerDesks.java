package de.lokalwillkommen.core.booking;

import java.time.LocalDate;

/**
 * On one day, for some hours, fewer desks than usual.
 *
 * @param day on which day
 * @param fromMinute minute of the day
 * @param untilMinute minute of the day
 * @param desks how many desks are left, 0 for none
 * @param reason for the staff
 */
public record FewerDesks(LocalDate day, int fromMinute, int untilMinute, int desks, String reason)
    implements Arrangement {

  public FewerDesks {
    reason = reason.strip();
  }
}
