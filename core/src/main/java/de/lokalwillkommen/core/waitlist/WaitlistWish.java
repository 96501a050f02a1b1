package de.lokalwillkommen.core.waitlist;

import de.lokalwillkommen.core.booking.Appointment;
import de.lokalwillkommen.core.booking.BookingCode;
import de.lokalwillkommen.core.booking.Contact;
import de.lokalwillkommen.core.booking.Mailing;
import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.kernel.RequestKey;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * What a visitor waits for: an appointment, or an earlier one than the present one.
 *
 * @param topic the identifier of a topic
 * @param language BCP 47 tag
 * @param offices the slugs of the offices to which they would go, at least one
 * @param firstDay the first wanted day
 * @param lastDay the last wanted day
 * @param partOfDay the wanted part of the day
 * @param instead the appointment that an offer replaces, if they have one
 * @param contact an address for mail, if one was left
 * @param requestKey the idempotency key
 */
public record WaitlistWish(
    String topic,
    String language,
    Set<String> offices,
    LocalDate firstDay,
    LocalDate lastDay,
    PartOfDay partOfDay,
    Optional<BookingCode> instead,
    Optional<Contact> contact,
    Optional<RequestKey> requestKey) {

  /** How many days an entry may wait and its address be kept. */
  public static final int MOST_DAYS = 28;

  public WaitlistWish {
    offices = Set.copyOf(offices);
    if (offices.isEmpty()) {
      throw Refusal.of(Kind.INVALID, "office.unknown").with("field", "offices").asException();
    }
    if (lastDay.isBefore(firstDay)) {
      throw Refusal.of(Kind.INVALID, "waitlist.days").with("field", "to").asException();
    }
  }

  /**
   * The wish of a visitor who joins on a day, limited to {@link #MOST_DAYS}.
   *
   * @throws de.lokalwillkommen.core.kernel.Refused {@code INVALID} if its days are all before that
   *     day, or all later than that limit
   */
  WaitlistWish joiningOn(LocalDate day) {
    LocalDate latest = day.plusDays(MOST_DAYS);
    if (lastDay.isBefore(day)) {
      throw Refusal.of(Kind.INVALID, "waitlist.past").with("field", "to").asException();
    }
    if (firstDay.isAfter(latest)) {
      throw Refusal.of(Kind.INVALID, "waitlist.tooFar", MOST_DAYS)
          .with("field", "from")
          .asException();
    }
    LocalDate until = lastDay.isAfter(latest) ? latest : lastDay;
    return but(topic, until, contact);
  }

  /** An earlier slot is for the same topic; the stored address need not be entered again. */
  WaitlistWish insteadOf(Appointment appointment) {
    return but(appointment.topic(), lastDay, contact.or(appointment::contact));
  }

  /** The same wish, without an address that cannot be used. */
  WaitlistWish with(Mailing mailing) {
    return but(topic, lastDay, mailing.ofUse(contact));
  }

  private WaitlistWish but(String otherTopic, LocalDate until, Optional<Contact> address) {
    return new WaitlistWish(
        otherTopic, language, offices, firstDay, until, partOfDay, instead, address, requestKey);
  }
}
