package de.lokalwillkommen.core.calling;

import de.lokalwillkommen.core.ticketing.TicketStatus;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The decision for a visitor whose counsellor leaves the counter.
 *
 * @param counter the other counter to which the visitor is transferred
 */
public record Parting(Way way, Optional<Long> counter) {

  /** The possible decisions for a visit. */
  public enum Way {
    /** The visitor has been served. */
    DONE(TicketStatus.SERVING),
    /** The visitor did not come. */
    MISSED(TicketStatus.CALLED),
    /** The visitor waits again, at the previous place in the line. */
    BACK(TicketStatus.CALLED, TicketStatus.SERVING),
    /** A colleague at another counter takes the visitor over. */
    HAND_ON(TicketStatus.CALLED, TicketStatus.SERVING);

    private final List<TicketStatus> from;

    Way(TicketStatus... from) {
      this.from = List.of(from);
    }

    /** The decisions that are possible for a ticket status. */
    public static List<Way> listFrom(TicketStatus status) {
      return Arrays.stream(values()).filter(way -> way.from.contains(status)).toList();
    }
  }

  /** The visitor waits again. */
  public static Parting back() {
    return new Parting(Way.BACK, Optional.empty());
  }
}
