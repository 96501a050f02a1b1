package de.lokalwillkommen.core.timetable;

import static de.lokalwillkommen.core.timetable.Entered.require;

import de.lokalwillkommen.core.kernel.PlainText;
import java.time.LocalDate;

/**
 * Days on which an office stays closed, for appointments and for walk-ins, as they are entered.
 *
 * @param firstDay the first closed day
 * @param lastDay the last closed day, at most a year later
 * @param reason for the staff, one line of at most 40 characters; the empty string if none is given
 */
public record ClosedDays(LocalDate firstDay, LocalDate lastDay, String reason)
    implements Arrangement {

  private static final int REASON = 40;

  /**
   * @throws de.lokalwillkommen.core.kernel.Refused {@code INVALID} with the {@code field}
   */
  public ClosedDays {
    require(!lastDay.isBefore(firstDay) && lastDay.isBefore(firstDay.plusYears(1)), "lastDay");
    require(reason.length() <= REASON && PlainText.is(reason), "reason");
  }

  /** Whether a day is one of them. */
  public boolean include(LocalDate day) {
    return !day.isBefore(firstDay) && !day.isAfter(lastDay);
  }
}
