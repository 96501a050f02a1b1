package de.lokalwillkommen.core.booking;

import de.lokalwillkommen.core.offices.Office;
import java.time.Instant;
import java.time.LocalDate;

/**
 * What a {@link BookingRule} judges.
 *
 * @param wish what the visitor wants
 * @param office its office
 * @param openAlready how many open appointments the address or the session has
 * @param heldAlready how many unconfirmed appointments the office holds
 * @param now the time of the request
 */
record BookingRequest(
    BookingWish wish, Office office, int openAlready, int heldAlready, Instant now) {

  LocalDate day() {
    return office.dayOf(wish.slot().start()).date();
  }
}
