package de.lokalwillkommen.core.booking;

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

  public WaitlistWish {
    offices = Set.copyOf(offices);
    if (offices.isEmpty()) {
      throw Refusal.of(Kind.INVALID, "office.unknown").with("field", "offices").asException();
    }
    if (lastDay.isBefore(firstDay)) {
      throw Refusal.of(Kind.INVALID, "waitlist.days").with("field", "to").asException();
    }
  }
}
