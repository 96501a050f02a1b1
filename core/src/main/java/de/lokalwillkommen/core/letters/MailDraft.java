package de.lokalwillkommen.core.letters;

import de.lokalwillkommen.core.booking.AppointmentView;
import de.lokalwillkommen.core.booking.BookingCode;
import de.lokalwillkommen.core.booking.Contact;
import de.lokalwillkommen.core.waitlist.OfferView;
import java.util.Optional;

/**
 * A letter that is to be sent now.
 *
 * @param letter its identifier
 * @param kind its subject
 * @param to the address
 * @param language BCP 47 tag of the language in which it is to be written
 * @param appointment the appointment it is about; for an offer, the one that holds the slot
 * @param offer the offer, if it is about one
 * @param entry the visitor's code on the waitlist, if it is about an offer
 */
public record MailDraft(
    long letter,
    LetterKind kind,
    Contact to,
    String language,
    AppointmentView appointment,
    Optional<OfferView> offer,
    Optional<BookingCode> entry) {}
