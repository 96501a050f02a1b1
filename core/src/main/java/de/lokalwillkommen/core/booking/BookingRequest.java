package de.lokalwillkommen.core.booking;

import de.lokalwillkommen.core.offices.Office;
import java.time.Instant;
import java.time.LocalDate;

/**
 * What a {@link BookingRule} judges.
 *
 * @param wish what is asked for
 * @param office where
 * @param openAlready how many open appointments the address or the visit has
 * @param heldAlready how many appointments of the office are held unconfirmed
 * @param now when it is asked
 */
record BookingRequest(
    BookingWish wish, Office office, int openAlready, int heldAlready, Instant now) {

  LocalDate day() {
    return office.dayOf(wish.slot().start()).date();
  }
}
