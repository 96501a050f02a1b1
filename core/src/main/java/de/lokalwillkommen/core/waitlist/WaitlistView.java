package de.lokalwillkommen.core.waitlist;

import de.lokalwillkommen.core.booking.BookingCode;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * Somebody's place on the waitlist, for that person.
 *
 * @param code what they know it by
 * @param topic the identifier of the topic
 * @param language BCP 47 tag
 * @param offices the slugs of the offices to which they would go
 * @param firstDay from which day on
 * @param lastDay until which day
 * @param partOfDay when on a day
 * @param state {@code WAITING}, {@code SERVED}, {@code LEFT} or {@code ENDED}
 * @param ahead how many are asked before this person, of those whom the same times would suit
 * @param appointment the code of the appointment that an offer would replace, or has become
 * @param offer what they are offered at the moment
 * @param hasContact whether they hear of offers by mail
 */
public record WaitlistView(
    BookingCode code,
    String topic,
    String language,
    Set<String> offices,
    LocalDate firstDay,
    LocalDate lastDay,
    PartOfDay partOfDay,
    String state,
    int ahead,
    Optional<BookingCode> appointment,
    Optional<OfferView> offer,
    boolean hasContact) {}
