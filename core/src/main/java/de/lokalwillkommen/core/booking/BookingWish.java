package de.lokalwillkommen.core.booking;

import de.lokalwillkommen.core.kernel.RequestKey;
import java.util.Optional;

/**
 * What a visitor wants to book.
 *
 * @param slot the office and time
 * @param topic the identifier of a topic
 * @param language BCP 47 tag
 * @param channel how it is booked
 * @param contact an address for mail, if one was left
 * @param requestKey the idempotency key
 * @param session the same for all requests of one session, which is one use of a kiosk or page by a
 *     person, in the form of an idempotency key
 */
public record BookingWish(
    Slot.Id slot,
    String topic,
    String language,
    Channel channel,
    Optional<Contact> contact,
    Optional<RequestKey> requestKey,
    Optional<RequestKey> session) {

  /** The same wish, without an address that cannot be used. */
  BookingWish with(Mailing mailing) {
    return new BookingWish(
        slot, topic, language, channel, mailing.ofUse(contact), requestKey, session);
  }
}
