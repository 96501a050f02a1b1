package de.lokalwillkommen.core.timetable;

import static de.lokalwillkommen.core.timetable.Entered.require;

import de.lokalwillkommen.core.offices.WallClock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * Hours for appointments, as they are entered: a weekday, a rhythm of weeks, the times of beginning
 * and end, and the number of desks.
 *
 * @param weekday the day of the week
 * @param fromMinute minute of the day by the clock on the wall, a multiple of five
 * @param untilMinute minute of the day, after {@code fromMinute}, at most 1440, a multiple of five
 * @param everyWeeks 1 for every week, 2 for every second one …, at most 52
 * @param anchor any day of a week in which they hold
 * @param validFrom the first day on which they hold
 * @param validUntil the last day; empty for no end
 * @param slotMinutes the length of a slot, a multiple of five, 5 to 240
 * @param desks the number of appointments at a time, 1 to 20
 * @param internalDesks the number of desks that only staff may book
 * @param lateDesks the number of desks that open only shortly before
 * @param topics identifiers of the topics; empty for all
 * @param languages tags of the languages; empty for all
 */
public record WeeklyHours(
    DayOfWeek weekday,
    int fromMinute,
    int untilMinute,
    int everyWeeks,
    LocalDate anchor,
    LocalDate validFrom,
    Optional<LocalDate> validUntil,
    int slotMinutes,
    int desks,
    int internalDesks,
    int lateDesks,
    Set<String> topics,
    Set<String> languages)
    implements Arrangement {

  private static final int MOST_WEEKS = 52;
  private static final int LONGEST_SLOT = 240;
  private static final int MOST_DESKS = 20;

  public WeeklyHours {
    topics = Set.copyOf(topics);
    languages = Set.copyOf(languages);
    require(isTime(fromMinute) && fromMinute < WallClock.MINUTES_OF_A_DAY, "from");
    require(isTime(untilMinute) && untilMinute > fromMinute, "until");
    require(everyWeeks >= 1 && everyWeeks <= MOST_WEEKS, "everyWeeks");
    require(validUntil.filter(validFrom::isAfter).isEmpty(), "validUntil");
    require(
        Cells.areFilledBy(slotMinutes)
            && slotMinutes <= LONGEST_SLOT
            && slotMinutes <= untilMinute - fromMinute,
        "slotMinutes");
    require(desks >= 1 && desks <= MOST_DESKS, "desks");
    require(internalDesks >= 0 && internalDesks <= desks, "internalDesks");
    require(lateDesks >= 0 && internalDesks + lateDesks <= desks, "lateDesks");
  }

  private static boolean isTime(int minute) {
    return minute == 0 || Cells.areFilledBy(minute) && minute <= WallClock.MINUTES_OF_A_DAY;
  }

  /** The length of a slot. */
  public Duration slot() {
    return Duration.ofMinutes(slotMinutes);
  }
}
