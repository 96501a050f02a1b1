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
 * @param waiting how many people wait, also those beyond the listed rows
 * @param rows who waits, in the order of the line, at most {@link Lines#ROWS}
 * @param atCounters who is called or served at the moment
 * @param parked who is out of the line for a while
 * @param missed who was called and did not come
 * @param handedOn the visitors who were handed on, here or to another office, and can be taken back
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
   * A visitor who was handed on and whose ticket has not been changed since.
   *
   * @param ticket the visitor's ticket
   * @param office the name of the office to which the visitor was handed on, if it is another one
   * @param counter the name of the counter that is to call the visitor, if it is one alone
   */
  public record HandedOn(TicketView ticket, Optional<String> office, Optional<String> counter) {}

  /**
   * One place in line.
   *
   * @param ticket who stands there
   * @param key the place in line as the rule computes it
   * @param waited how long so far
   * @param light how urgent that is
   * @param whys the reasons for standing there, at least one; the first one explains the place
   */
  public record Row(TicketView ticket, Instant key, Duration waited, Light light, List<Why> whys) {}

  /** How a wait is to be judged, always shown with words. */
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
   * Why a ticket stands where it stands, as a message key below {@code why.} with its arguments.
   *
   * @param key the key of the message
   * @param arguments numbers, door names, language tags, instants, durations or what somebody
   *     wrote, as the message names them
   */
  public record Why(String key, List<Object> arguments) {

    static Why of(String key, Object... arguments) {
      return new Why(key, List.of(arguments));
    }
  }
}
