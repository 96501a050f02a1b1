package de.lokalwillkommen.core.calling;

import de.lokalwillkommen.core.ticketing.TicketView;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The line of an office as its counsellors see it.
 *
 * @param office the slug
 * @param now when it was read
 * @param waiting the number of waiting people, including those beyond the listed rows
 * @param rows the waiting tickets in the order of the line, at most {@link Lines#ROWS}
 * @param atCounters the tickets now called or served
 * @param parked the tickets out of the line for a while
 * @param missed the tickets whose visitors were called and did not come
 * @param handedOn the transferred tickets, here or in another office, whose transfer can be undone
 */
public record LineView(
    String office,
    Instant now,
    int waiting,
    List<Row> rows,
    List<TicketView> atCounters,
    List<TicketView> parked,
    List<TicketView> missed,
    List<HandedOn> handedOn) {

  /**
   * A transferred ticket that has not been changed since.
   *
   * @param ticket the visitor's ticket
   * @param office the name of the office to which it was transferred, if it is another one
   * @param counter the name of the one counter that may call it, if it is reserved for one
   */
  public record HandedOn(TicketView ticket, Optional<String> office, Optional<String> counter) {}

  /**
   * One place in line.
   *
   * @param ticket the ticket at that place
   * @param key its key in the line
   * @param waited how long the visitor has waited so far
   * @param light how long the wait is compared with expectations
   * @param whys the reasons for the place, at least one; the first one explains the place
   */
  public record Row(TicketView ticket, Instant key, Duration waited, Light light, List<Why> whys) {}

  /** How a wait is judged; always shown with words. */
  public enum Light {
    /** Within what people expect. */
    FINE,
    /** Longer than people expect. */
    LONG,
    /** Too long. */
    TOO_LONG;

    private static final Duration EXPECTED = Duration.ofMinutes(20);
    private static final Duration BEARABLE = Duration.ofMinutes(45);

    static Light of(Duration waited) {
      if (waited.compareTo(EXPECTED) < 0) {
        return FINE;
      }
      return waited.compareTo(BEARABLE) < 0 ? LONG : TOO_LONG;
    }
  }

  /**
   * Why a ticket stands where it stands: a message key below {@code why.} with its arguments.
   *
   * @param key the key of the message
   * @param arguments numbers, door names, language tags, instants, durations or texts that staff
   *     entered, in the order of the message
   */
  public record Why(String key, List<Object> arguments) {

    static Why of(String key, Object... arguments) {
      return new Why(key, List.of(arguments));
    }
  }
}
