package de.lokalwillkommen.core.waitlist;

import de.lokalwillkommen.core.booking.BookingCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * A person on the waitlist, for staff: without the address.
 *
 * @param code the code by which the visitor knows the entry
 * @param topic the identifier of the topic
 * @param language BCP 47 tag
 * @param offices the slugs of the offices to which they would go
 * @param firstDay the first wanted day
 * @param lastDay the last wanted day
 * @param partOfDay the wanted part of the day
 * @param since when they joined
 * @param hasContact whether offers are sent by mail
 * @param hasAppointment whether they have an appointment and wait for an earlier one
 * @param offer the open offer, if there is one
 */
public record WaitingView(
    BookingCode code,
    String topic,
    String language,
    Set<String> offices,
    LocalDate firstDay,
    LocalDate lastDay,
    PartOfDay partOfDay,
    Instant since,
    boolean hasContact,
    boolean hasAppointment,
    Optional<OpenOffer> offer) {

  /**
   * An offer that can still be answered.
   *
   * @param office the slug of the office of the slot
   * @param start when the appointment would begin
   * @param until when the offer expires
   */
  public record OpenOffer(String office, Instant start, Instant until) {}

  static WaitingView of(WaitlistEntry entry, Optional<SlotOffer> offer) {
    return new WaitingView(
        entry.code(),
        entry.topic(),
        entry.language(),
        entry.offices(),
        entry.firstDay(),
        entry.lastDay(),
        entry.partOfDay(),
        entry.joinedAt(),
        entry.contact().isPresent(),
        entry.appointment().isPresent(),
        offer.map(o -> new OpenOffer(o.office(), o.start(), o.expiresAt())));
  }
}
