package de.lokalwillkommen.core.waitlist;

import de.lokalwillkommen.core.booking.Appointment;
import de.lokalwillkommen.core.booking.BookingCode;
import de.lokalwillkommen.core.booking.Contact;
import de.lokalwillkommen.core.booking.Mailing;
import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * What somebody waits for: an appointment, or an earlier one than they have.
 *
 * @param topic the identifier of a topic
 * @param language BCP 47 tag
 * @param offices the slugs of the offices to which they would go, at least one
 * @param firstDay from which day on
 * @param lastDay until which day
 * @param partOfDay when on a day
 * @param instead the appointment that an offer replaces, if they have one
 * @param contact an address for mail, if one was left
 * @param requestKey the same for every repetition of one request
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
    Optional<String> requestKey) {

  /** For so many days somebody may wait, and their address be kept. */
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
   * The wish of somebody who joins on a day: nobody waits longer than {@link #MOST_DAYS}.
   *
   * @throws de.lokalwillkommen.core.kernel.Refused {@code INVALID} if its days are all before that
   *     day, or all later than anybody waits
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

  /** An earlier one is one on the same topic; an address left with it need not be left again. */
  WaitlistWish insteadOf(Appointment appointment) {
    return but(appointment.topic(), lastDay, contact.or(appointment::contact));
  }

  /** With what is of use of the address that is left. */
  WaitlistWish with(Mailing mailing) {
    return but(topic, lastDay, mailing.ofUse(contact));
  }

  private WaitlistWish but(String otherTopic, LocalDate until, Optional<Contact> address) {
    return new WaitlistWish(
        otherTopic, language, offices, firstDay, until, partOfDay, instead, address, requestKey);
  }
}
