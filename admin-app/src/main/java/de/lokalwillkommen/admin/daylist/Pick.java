package de.lokalwillkommen.admin.daylist;

import de.lokalwillkommen.core.booking.BookingCode;
import de.lokalwillkommen.core.booking.Slot;
import de.lokalwillkommen.core.rebooking.RebookingDay.Seen;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/**
 * A ticked appointment of the working list, with all that the page showed about it.
 *
 * @param seen the appointment and when it began
 * @param slot the proposed slot; empty if there was none
 */
record Pick(Seen seen, Optional<Slot.Id> slot) {

  private static final String BETWEEN = "/";
  private static final int PARTS = 3;

  /** The pick that a form has sent; empty for other texts. */
  static Optional<Pick> find(String text) {
    String[] parts = text.split(BETWEEN, -1);
    if (parts.length != PARTS) {
      return Optional.empty();
    }
    try {
      Instant start = Instant.parse(parts[1]);
      return BookingCode.find(parts[0])
          .map(code -> new Pick(new Seen(code, start), Slot.Id.find(parts[2])));
    } catch (DateTimeException notOurs) {
      return Optional.empty();
    }
  }

  /** The text for a form. */
  String text() {
    return seen.code().value()
        + BETWEEN
        + seen.start()
        + BETWEEN
        + slot.map(Slot.Id::toString).orElse("");
  }
}
