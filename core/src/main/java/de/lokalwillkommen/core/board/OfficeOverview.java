package de.lokalwillkommen.core.board;

import de.lokalwillkommen.core.dayorders.Announcement;
import de.lokalwillkommen.core.forecast.Estimate;
import de.lokalwillkommen.core.kernel.Refusal;
import java.time.Instant;
import java.util.Optional;

/**
 * What the public may know of an office before going there.
 *
 * @param office the slug
 * @param name its name
 * @param address where it is, if known
 * @param ended whether it is closed for good
 * @param open whether it is open now
 * @param opensAt when it opens next, if that is known and it is closed or gives no more numbers
 *     today
 * @param closesAt when it closes, if it is open and does so within a week
 * @param waiting how many people wait
 * @param estimate how long a visitor who came now would wait, if it is open, gives numbers today
 *     and publishes it
 * @param bookable whether an appointment can be booked from outside
 * @param objection why no ticket can be taken there now, or empty
 * @param announcement what the office tells its visitors today
 */
public record OfficeOverview(
    String office,
    String name,
    Optional<String> address,
    boolean ended,
    boolean open,
    Optional<Instant> opensAt,
    Optional<Instant> closesAt,
    int waiting,
    Optional<Estimate> estimate,
    boolean bookable,
    Optional<Refusal> objection,
    Optional<Announcement> announcement) {

  /** What visitors without an appointment find there now. */
  public WalkIns walkIns() {
    return WalkIns.of(open, objection);
  }

  /** Whether a visitor who came now might still be waiting when the office closes. */
  public boolean mayCloseFirst(Instant now) {
    return estimate
        .map(waiting -> now.plus(waiting.to()))
        .flatMap(called -> closesAt.map(called::isAfter))
        .orElse(false);
  }
}
