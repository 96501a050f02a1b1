package de.lokalwillkommen.core.board;

import de.lokalwillkommen.core.dayorders.Announcement;
import de.lokalwillkommen.core.forecast.Estimate;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * Everything a waiting room shows, complete in itself: numbers and rooms, never a name, a topic or
 * a language.
 *
 * @param version grows with every change of the office; of two boards the one with the greater
 *     version is newer
 * @param office the slug
 * @param name the office's name
 * @param zone the time zone of the office's clock
 * @param now when it was read
 * @param calls the calls, the latest first
 * @param waiting how many people wait
 * @param estimate how long a visitor who came now would wait, if the office publishes it
 * @param closed why and until when the office is closed, if it is
 * @param stopped whether the office gives no more numbers today
 * @param announcement what the office tells its visitors today
 */
public record Board(
    long version,
    String office,
    String name,
    ZoneId zone,
    Instant now,
    List<Call> calls,
    int waiting,
    Optional<Estimate> estimate,
    Optional<Closed> closed,
    boolean stopped,
    Optional<Announcement> announcement) {

  /**
   * One call.
   *
   * @param number the number on the ticket
   * @param counter the name on the door
   * @param at when it was called
   * @param seq its place in the sequence of the day's calls
   * @param serving false while the visitor is still expected; true once arrived, missed or gone
   * @param recalls how often it was called again
   * @param from the name of the office that gave the number, if that was another one: this office
   *     may have given the same number to another visitor
   */
  public record Call(
      String number,
      String counter,
      Instant at,
      long seq,
      boolean serving,
      int recalls,
      Optional<String> from) {}

  /**
   * A closed office.
   *
   * @param opensAt when it opens next, if known
   */
  public record Closed(Optional<Instant> opensAt) {}
}
