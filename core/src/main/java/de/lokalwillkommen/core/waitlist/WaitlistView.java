package de.lokalwillkommen.core.waitlist;

import de.lokalwillkommen.core.booking.BookingCode;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * A waitlist entry for the person who waits.
 *
 * @param code the code by which the visitor knows it
 * @param topic the identifier of the topic
 * @param language BCP 47 tag
 * @param offices the slugs of the offices to which they would go
 * @param firstDay the first wanted day
 * @param lastDay the last wanted day
 * @param partOfDay the wanted part of the day
 * @param state whether it still waits, or how it ended
 * @param ahead the number of people ahead whom the same times suit
 * @param appointment the code of the appointment that an offer would replace, or has become
 * @param offer the open offer, if there is one
 * @param hasContact whether offers are sent by mail
 */
public record WaitlistView(
    BookingCode code,
    String topic,
    String language,
    Set<String> offices,
    LocalDate firstDay,
    LocalDate lastDay,
    PartOfDay partOfDay,
    WaitlistStatus state,
    int ahead,
    Optional<BookingCode> appointment,
    Optional<OfferView> offer,
    boolean hasContact) {}
