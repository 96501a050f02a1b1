package de.lokalwillkommen.core.booking;

import de.lokalwillkommen.core.kernel.RequestKey;
import java.util.Optional;

/**
 * What somebody wants to book.
 *
 * @param slot which time in which office
 * @param topic the identifier of a topic
 * @param language BCP 47 tag
 * @param channel by which way
 * @param contact an address for mail, if one was left
 * @param requestKey the same for every repetition of one request, see {@link RequestKey}
 * @param flow the same for all requests of one visit to a kiosk or page, like a key
 */
public record BookingWish(
    Slot.Id slot,
    String topic,
    String language,
    Channel channel,
    Optional<Contact> contact,
    Optional<String> requestKey,
    Optional<String> flow) {

  public BookingWish {
    if (!requestKey.filter(RequestKey::isFit).equals(requestKey)
        || !flow.filter(RequestKey::isFit).equals(flow)) {
      throw new IllegalArgumentException("no key");
    }
  }

  /** With what is of use of the address that is left. */
  BookingWish with(Mailing mailing) {
    return new BookingWish(
        slot, topic, language, channel, mailing.ofUse(contact), requestKey, flow);
  }
}
