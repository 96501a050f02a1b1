package de.lokalwillkommen.core.booking;

import de.lokalwillkommen.core.kernel.DomainEvents;
import de.lokalwillkommen.core.offices.Office;
import de.lokalwillkommen.core.offices.Topic;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Offers what has become free to those who wait, one at a time and in the order in which they
 * joined. Part of a change that holds the office's book.
 */
@Dependent
class Offering {

  private final Waitlist waitlist;
  private final Appointments appointments;
  private final SlotSearch search;
  private final Letters letters;
  private final DomainEvents events;

  @Inject
  Offering(
      Waitlist waitlist,
      Appointments appointments,
      SlotSearch search,
      Letters letters,
      DomainEvents events) {
    this.waitlist = waitlist;
    this.appointments = appointments;
    this.search = search;
    this.letters = letters;
    this.events = events;
  }

  /**
   * What is about to be offered to somebody.
   *
   * @param entry to whom
   * @param held what keeps the place meanwhile; it still has to be entered
   */
  record Draft(WaitlistEntry entry, Appointment held) {}

  /**
   * Waits for one's turn to offer, if anybody is on the list. Whoever frees a place does so before
   * anything is written: those whose turn it is read what others have written.
   */
  void takeTurn() {
    if (!waitlist.isEmpty()) {
      waitlist.lock();
    }
  }

  /**
   * What keeps a freed place, or part of it, for the first who would like it. Empty if nobody
   * would, or it is too late for an offer.
   */
  Optional<Draft> offer(Office office, Place freed, Instant now) {
    Optional<Instant> until = ClaimWindow.until(freed.start(), now, office.zone());
    if (until.isEmpty() || waitlist.isEmpty()) {
      return Optional.empty();
    }
    waitlist.lock();
    for (WaitlistEntry entry : waitlist.listWaiting()) {
      Optional<Place> place = placeFor(entry, office, freed, now);
      if (place.isPresent()) {
        return Optional.of(new Draft(entry, keep(entry, office, place.get(), until.get(), now)));
      }
    }
    return Optional.empty();
  }

  /** What keeps the place has been entered: now it is an offer. */
  void make(Draft draft, Instant now) {
    SlotOffer offer = new SlotOffer(draft.entry(), draft.held(), now);
    waitlist.add(offer);
    letters.onOffered(draft.entry(), offer, now);
    events.publish(new OfferChanged(offer.office(), offer.id(), OfferChanged.Action.MADE, now));
  }

  /** What an appointment held is given up; if it was an open offer, that is over. */
  void lapse(Appointment held, Instant now) {
    waitlist
        .findOfferHeldBy(held.id())
        .filter(SlotOffer::isOpen)
        .ifPresent(offer -> end(offer, SlotOffer.Status.LAPSED, now));
  }

  /** Writes down what has become of an offer, and tells it. */
  void end(SlotOffer offer, SlotOffer.Status last, Instant now) {
    offer.end(last, now);
    events.publish(new OfferChanged(offer.office(), offer.id(), OfferChanged.Action.of(last), now));
  }

  private Appointment keep(
      WaitlistEntry entry, Office office, Place place, Instant until, Instant now) {
    BookingWish wish =
        new BookingWish(
            new Slot.Id(office.id(), place.start()),
            entry.topic(),
            entry.language(),
            Channel.WAITLIST,
            entry.contact(),
            Optional.empty(),
            Optional.empty());
    return new Appointment(BookingCode.random(), wish, place, until, now);
  }

  private Optional<Place> placeFor(WaitlistEntry entry, Office office, Place freed, Instant now) {
    Optional<Topic> topic = office.findTopic(entry.topic()).filter(Topic::isBookable);
    if (topic.isEmpty() || !entry.wants(office.id(), freed.start().atZone(office.zone()))) {
      return Optional.empty();
    }
    List<SlotOffer> offers = waitlist.listOffersTo(entry.id());
    if (offers.stream().anyMatch(SlotOffer::isOpen)) {
      return Optional.empty();
    }
    Timetable.Wish wish =
        new Timetable.Wish(topic.get(), entry.language(), Channel.WAITLIST.share(), now);
    return search
        .findWithin(office, wish, freed)
        .filter(p -> entry.wants(office.id(), p.start().atZone(office.zone())))
        .filter(p -> isNew(offers, office, p))
        .filter(p -> isEarlier(entry, p));
  }

  /** Whoever has let a time pass is not asked again for the same one. */
  private static boolean isNew(List<SlotOffer> offers, Office office, Place place) {
    return offers.stream()
        .noneMatch(o -> o.office().equals(office.id()) && o.start().equals(place.start()));
  }

  private boolean isEarlier(WaitlistEntry entry, Place place) {
    return entry
        .appointment()
        .flatMap(appointments::find)
        .filter(a -> a.status() != AppointmentStatus.BOOKED || !place.start().isBefore(a.start()))
        .isEmpty();
  }
}
