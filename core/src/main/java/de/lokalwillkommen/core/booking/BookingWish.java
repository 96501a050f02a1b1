package de.lokalwillkommen.core.booking;

import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.kernel.Refused;
import java.util.Optional;

/**
 * What somebody wants to book.
 *
 * @param slot which time in which office
 * @param topic the identifier of a topic
 * @param language BCP 47 tag
 * @param channel by which way
 * @param contact an address for mail, if one was left
 * @param requestKey the same for every repetition of one request, at most 64 characters
 * @param flow the same for all requests of one visit to a kiosk or page, at most 64 characters
 */
public record BookingWish(
    Slot.Id slot,
    String topic,
    String language,
    Channel channel,
    Optional<Contact> contact,
    Optional<String> requestKey,
    Optional<String> flow) {

  /** The greatest length of a request key and of a flow. */
  public static final int MAX_KEY = 64;

  /** The key was used for another request. */
  static Refused otherBody() {
    return Refusal.of(Kind.INVALID, "request.otherBody")
        .with("field", "Idempotency-Key")
        .asException();
  }

  public BookingWish {
    if (requestKey.filter(BookingWish::isTooLong).isPresent()
        || flow.filter(BookingWish::isTooLong).isPresent()) {
      throw new IllegalArgumentException("key too long");
    }
  }

  /** With what is of use of the address that is left. */
  BookingWish with(Mailing mailing) {
    return new BookingWish(
        slot, topic, language, channel, mailing.ofUse(contact), requestKey, flow);
  }

  private static boolean isTooLong(String key) {
    return key.isBlank() || key.length() > MAX_KEY;
  }
}
