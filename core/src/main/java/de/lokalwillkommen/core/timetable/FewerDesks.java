package de.lokalwillkommen.core.timetable;

import static de.lokalwillkommen.core.timetable.Entered.require;

import de.lokalwillkommen.core.offices.WallClock;
import java.time.LocalDate;

/**
 * Fewer desks than usual, for some hours of one day, as it is entered.
 *
 * @param day the day
 * @param fromMinute minute of the day, 0 to 1439
 * @param untilMinute minute of the day, after {@code fromMinute}, at most 1440
 * @param desks how many desks each rule keeps, 0 for none
 * @param reason for the staff, at most 80 characters
 */
public record FewerDesks(LocalDate day, int fromMinute, int untilMinute, int desks, String reason)
    implements Arrangement {

  private static final int REASON = 80;

  /**
   * @throws de.lokalwillkommen.core.kernel.Refused {@code INVALID} with the {@code field}
   */
  public FewerDesks {
    reason = reason.strip();
    require(fromMinute >= 0 && fromMinute < WallClock.MINUTES_OF_A_DAY, "from");
    require(untilMinute > fromMinute && untilMinute <= WallClock.MINUTES_OF_A_DAY, "until");
    require(desks >= 0, "desks");
    require(reason.length() <= REASON, "reason");
  }
}
