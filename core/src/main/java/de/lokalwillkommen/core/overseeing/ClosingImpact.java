package de.lokalwillkommen.core.overseeing;

import de.lokalwillkommen.core.booking.AppointmentView;
import java.time.Instant;
import java.util.List;

/**
 * Whom an earlier closing affects: it is shown before the order is saved.
 *
 * @param closesAt when the office would close
 * @param lastTicketAt from when it would give no more numbers before closing
 * @param waiting how many people wait or are parked
 * @param booked the appointments of today that would end after closing; they stay booked
 */
public record ClosingImpact(
    Instant closesAt, Instant lastTicketAt, int waiting, List<AppointmentView> booked) {

  public ClosingImpact {
    booked = List.copyOf(booked);
  }

  /** Whether it affects any person. */
  public boolean isEmpty() {
    return waiting == 0 && booked.isEmpty();
  }

  /** What an editor confirms: the same people, in few letters and without a booking code. */
  public String key() {
    List<Long> ids = booked.stream().map(AppointmentView::id).sorted().toList();
    return waiting + ":" + ids.size() + ":" + Integer.toHexString(ids.hashCode());
  }
}
