package de.lokalwillkommen.core.timetable;

import static de.lokalwillkommen.core.timetable.Entered.require;

import de.lokalwillkommen.core.offices.BookingTerms;
import de.lokalwillkommen.core.offices.Office;
import java.util.Map;
import java.util.Optional;

/**
 * The terms on which an office books appointments, as they are entered.
 *
 * @param earlyMinutes how long before its time an appointment may be checked in, in minutes, 0 to
 *     240
 * @param bookingDays how many days ahead visitors can book, 1 to 366
 * @param lateShareHours how many hours before a slot the late desks open, 0 to 720; 0 for the same
 *     day
 * @param booksOutside whether visitors may book without standing in an office
 * @param holdsLimit the greatest number of unconfirmed bookings at a time, 1 to 1000; empty for no
 *     limit
 * @param slots how many consecutive slots an appointment takes, 1 to 12, by topic; a topic that is
 *     not named takes as many as its usual duration needs
 */
public record OfficeTerms(
    int earlyMinutes,
    int bookingDays,
    int lateShareHours,
    boolean booksOutside,
    Optional<Integer> holdsLimit,
    Map<String, Integer> slots)
    implements Arrangement {

  private static final int EARLIEST = 240;
  private static final int FARTHEST = 366;
  private static final int LATE_SHARE = 720;
  private static final int MOST_HOLDS = 1000;
  private static final int MOST_SLOTS = 12;

  /**
   * @throws de.lokalwillkommen.core.kernel.Refused {@code INVALID} with the {@code field}
   */
  public OfficeTerms {
    slots = Map.copyOf(slots);
    require(isBetween(0, earlyMinutes, EARLIEST), "earlyMinutes");
    require(isBetween(1, bookingDays, FARTHEST), "bookingDays");
    require(isBetween(0, lateShareHours, LATE_SHARE), "lateShareHours");
    require(holdsLimit.filter(h -> !isBetween(1, h, MOST_HOLDS)).isEmpty(), "holdsLimit");
    require(slots.values().stream().allMatch(s -> isBetween(1, s, MOST_SLOTS)), "slots");
  }

  private static boolean isBetween(int least, int number, int most) {
    return number >= least && number <= most;
  }

  /** The present terms of an office. */
  public static OfficeTerms of(Office office) {
    BookingTerms terms = office.bookingTerms();
    return new OfficeTerms(
        Math.toIntExact(terms.early().toMinutes()),
        terms.bookingDays(),
        Math.toIntExact(terms.lateShare().toHours()),
        terms.booksOutside(),
        terms.holdsLimit().stream().boxed().findFirst(),
        office.slotsOfTopics());
  }

  /** The terms as the office stores them; the slots of topics are stored apart. */
  public BookingTerms terms() {
    return new BookingTerms(
        earlyMinutes, bookingDays, lateShareHours, booksOutside, holdsLimit.orElse(null));
  }
}
