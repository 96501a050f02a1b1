package de.lokalwillkommen.core.waitlist;

import de.lokalwillkommen.core.booking.Appointment;
import de.lokalwillkommen.core.booking.AppointmentJournal;
import de.lokalwillkommen.core.booking.AppointmentStatus;
import de.lokalwillkommen.core.booking.Appointments;
import de.lokalwillkommen.core.booking.BookingWish;
import de.lokalwillkommen.core.booking.Channel;
import de.lokalwillkommen.core.booking.FreedPlaces;
import de.lokalwillkommen.core.booking.FreshCodes;
import de.lokalwillkommen.core.booking.Slot;
import de.lokalwillkommen.core.booking.SlotSearch;
import de.lokalwillkommen.core.kernel.DomainEvents;
import de.lokalwillkommen.core.offices.Office;
import de.lokalwillkommen.core.offices.Topic;
import de.lokalwillkommen.core.timetable.Place;
import de.lokalwillkommen.core.timetable.Timetable;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Offers freed places to the people on the waitlist, one at a time and in the order in which they
 * joined. Part of a change that holds the lock on the office's book.
 */
@Dependent
class Offering implements FreedPlaces {

  private final Waitlist waitlist;
  private final Appointments appointments;
  private final SlotSearch search;
  private final FreshCodes codes;
  private final AppointmentJournal journal;
  private final DomainEvents events;

  @Inject
  Offering(
      Waitlist waitlist,
      Appointments appointments,
      SlotSearch search,
      FreshCodes codes,
      AppointmentJournal journal,
      DomainEvents events) {
    this.waitlist = waitlist;
    this.appointments = appointments;
    this.search = search;
    this.codes = codes;
    this.journal = journal;
    this.events = events;
  }

  /**
   * An offer about to be made.
   *
   * @param entry the entry to which it goes
   * @param held the appointment that holds the place meanwhile; not yet stored
   */
  private record Draft(WaitlistEntry entry, Appointment held) {}

  @Override
  public void offer(Office office, Place freed, Instant now) {
    // the rest of a place that is longer than the first one needs may serve a second
    for (Optional<Draft> draft = draft(office, freed, now);
        draft.isPresent();
        draft = draft(office, freed, now)) {
      make(draft.get(), now);
    }
  }

  /**
   * The offer of a freed place, or part of it, to the first entry that wants it. Empty if there is
   * none, or if it is too late for an offer.
   */
  private Optional<Draft> draft(Office office, Place freed, Instant now) {
    // a part of it may begin as late as its end; each part is checked when it is offered
    if (ClaimWindow.until(freed.end(), now, office.zone()).isEmpty() || waitlist.isEmpty()) {
      return Optional.empty();
    }
    // taken again, so that this class does not rely on its callers
    appointments.lockAcrossOffices();
    Round round = new Round(office, freed, now);
    for (WaitlistEntry entry : waitlist.listWaiting()) {
      Optional<Draft> draft = round.draftFor(entry);
      if (draft.isPresent()) {
        return draft;
      }
    }
    return Optional.empty();
  }

  private void make(Draft draft, Instant now) {
    journal.enter(draft.held());
    SlotOffer offer = new SlotOffer(draft.entry(), draft.held(), now);
    waitlist.add(offer);
    events.publish(new OfferChanged(offer.office(), offer.id(), OfferChanged.Action.MADE, now));
  }

  /** Whether an entry has no open offer. */
  boolean hasNothingToAnswer(WaitlistEntry entry) {
    return waitlist.listOffersTo(entry.id()).stream().noneMatch(SlotOffer::isOpen);
  }

  /**
   * Stores the result of an offer and publishes it. A visitor who has meanwhile lost the
   * appointment that an earlier slot would replace, and has not taken this offer, leaves the
   * waitlist.
   */
  void end(SlotOffer offer, OfferStatus last, Instant now) {
    offer.end(last, now);
    events.publish(new OfferChanged(offer.office(), offer.id(), OfferChanged.Action.of(last), now));
    if (last != OfferStatus.CLAIMED) {
      waitlist
          .findEntry(offer.entry())
          .filter(WaitlistEntry::isWaiting)
          .map(waitlist::getAgain)
          .filter(entry -> entry.isWaiting() && waitsForNothing(entry))
          .filter(this::hasNothingToAnswer)
          .ifPresent(entry -> entry.leave(now));
    }
  }

  private boolean waitsForNothing(WaitlistEntry entry) {
    return entry
        .appointment()
        .flatMap(appointments::find)
        .filter(a -> a.status() != AppointmentStatus.BOOKED)
        .isPresent();
  }

  /** The topic and language for which a visitor needs a place. */
  private record Need(String topic, String language) {}

  /** A freed place and all waiting entries: data shared by several entries is read once. */
  private final class Round {

    private final Office office;
    private final Place freed;
    private final Instant now;
    private final Set<Long> answering;
    private final Map<Need, List<Place>> places = new HashMap<>();
    private final Map<Instant, Set<Long>> asked = new HashMap<>();

    Round(Office office, Place freed, Instant now) {
      this.office = office;
      this.freed = freed;
      this.now = now;
      this.answering = waitlist.listEntriesWithOpenOffer(now);
    }

    Optional<Draft> draftFor(WaitlistEntry entry) {
      if (!entry.wantsIn(office.id()) || answering.contains(entry.id())) {
        return Optional.empty();
      }
      return places
          .computeIfAbsent(new Need(entry.topic(), entry.language()), this::placesFor)
          .stream()
          .filter(p -> entry.wants(p.start().atZone(office.zone())))
          .filter(p -> isNew(entry, p))
          .filter(p -> isEarlier(entry, p))
          .findFirst()
          .map(p -> new Draft(entry, keep(entry, p)));
    }

    private List<Place> placesFor(Need need) {
      return office
          .findTopic(need.topic())
          .filter(Topic::isBookable)
          .map(topic -> new Timetable.Wish(topic, need.language(), Channel.WAITLIST.share(), now))
          .map(wish -> search.listGainedBy(office, wish, freed))
          .orElse(List.of())
          .stream()
          .filter(p -> until(p).isPresent())
          .toList();
    }

    /** Whether the entry has not been offered that time before. */
    private boolean isNew(WaitlistEntry entry, Place place) {
      return !asked
          .computeIfAbsent(place.start(), s -> waitlist.listEntriesOffered(office.id(), s))
          .contains(entry.id());
    }

    private boolean isEarlier(WaitlistEntry entry, Place place) {
      return entry
          .appointment()
          .flatMap(appointments::find)
          .filter(a -> a.status() != AppointmentStatus.BOOKED || !place.start().isBefore(a.start()))
          .isEmpty();
    }

    /** Without the address, which stays with the entry: the letter about the offer goes there. */
    private Appointment keep(WaitlistEntry entry, Place place) {
      BookingWish wish =
          new BookingWish(
              new Slot.Id(office.id(), place.start()),
              entry.topic(),
              entry.language(),
              Channel.WAITLIST,
              Optional.empty(),
              Optional.empty(),
              Optional.empty());
      return new Appointment(codes.next(), wish, place, until(place).orElseThrow(), now)
          .wantedSince(entry.joinedAt());
    }

    private Optional<Instant> until(Place place) {
      return ClaimWindow.until(place.start(), now, office.zone());
    }
  }
}
