package de.lokalwillkommen.core.waitlist;

import de.lokalwillkommen.core.booking.Appointment;
import de.lokalwillkommen.core.booking.Appointments;
import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.offices.Office;
import de.lokalwillkommen.core.offices.Offices;
import de.lokalwillkommen.core.ticketing.VisitorKey;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** Offers as the people to whom they are made know them: by a token. */
@Dependent
public class OfferTokens {

  private static final String OFFER = "offer";

  private final Waitlist waitlist;
  private final Appointments appointments;
  private final Offices offices;
  private final VisitorKey key;

  @Inject
  OfferTokens(Waitlist waitlist, Appointments appointments, Offices offices, VisitorKey key) {
    this.waitlist = waitlist;
    this.appointments = appointments;
    this.offices = offices;
    this.key = key;
  }

  /**
   * The offer with that token.
   *
   * @throws de.lokalwillkommen.core.kernel.Refused {@code UNKNOWN} if this installation did not
   *     issue it
   */
  SlotOffer get(String token) {
    return key.find(OFFER, token)
        .flatMap(waitlist::findOffer)
        .orElseThrow(() -> Refusal.of(Kind.UNKNOWN, "offer.unknown").asException());
  }

  /** An offer for the person to whom it is made. */
  public OfferView view(SlotOffer offer) {
    Office office = offices.get(offer.office());
    Appointment held = appointments.find(offer.appointment()).orElseThrow();
    return new OfferView(
        key.tokenFor(OFFER, offer.id()),
        office.id(),
        office.name(),
        office.zone(),
        offer.start(),
        // the appointment that held the slot may have been moved since the offer was taken
        held.start().equals(offer.start()) ? held.end() : offer.start(),
        offer.expiresAt(),
        offer.status());
  }
}
