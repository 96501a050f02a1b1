package de.lokalwillkommen.kiosk.ticket;

import de.lokalwillkommen.core.board.OfficeOverview;
import de.lokalwillkommen.core.kernel.Refusal;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * What a visitor meets at the entrance of an office.
 *
 * @param overview how things stand there
 * @param zone the office's time zone
 * @param choices what one can come for without an appointment
 * @param books whether an appointment can be made for anything
 */
public record Entrance(OfficeOverview overview, ZoneId zone, List<Choice> choices, boolean books) {

  /**
   * A topic to choose.
   *
   * @param topic its identifier
   * @param pictogram the name of its icon
   */
  public record Choice(String topic, String pictogram) {}

  /** Why nobody can take a ticket now, or empty. */
  public Optional<Refusal> objection() {
    return overview.objection();
  }

  public boolean givesTickets() {
    return objection().isEmpty();
  }
}
