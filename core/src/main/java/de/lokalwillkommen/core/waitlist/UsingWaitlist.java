package de.lokalwillkommen.core.waitlist;

import de.lokalwillkommen.core.booking.Appointment;
import de.lokalwillkommen.core.booking.AppointmentMove;
import de.lokalwillkommen.core.booking.AppointmentStatus;
import de.lokalwillkommen.core.booking.AppointmentView;
import de.lokalwillkommen.core.booking.Appointments;
import de.lokalwillkommen.core.booking.BookingCode;
import de.lokalwillkommen.core.booking.Contact;
import de.lokalwillkommen.core.booking.FreshCodes;
import de.lokalwillkommen.core.booking.Mailing;
import de.lokalwillkommen.core.booking.OneOpenAppointment;
import de.lokalwillkommen.core.booking.OpenBook;
import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.kernel.Refused;
import de.lokalwillkommen.core.kernel.RequestKey;
import de.lokalwillkommen.core.kernel.UseCase;
import de.lokalwillkommen.core.offices.Office;
import de.lokalwillkommen.core.offices.Offices;
import de.lokalwillkommen.core.offices.Topic;
import de.lokalwillkommen.core.storage.NeedsDiskSpace;
import de.lokalwillkommen.core.ticketing.Actor;
import de.lokalwillkommen.core.timetable.Place;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The waitlist: a visitor joins, looks, leaves, takes an offer or declines it. No visitor is booked
 * without accepting.
 */
@UseCase
public class UsingWaitlist {

  private Offices offices;
  private Waitlist waitlist;
  private Appointments appointments;
  private OpenBook book;
  private Offering offering;
  private OneOpenAppointment oneOpen;
  private OfferTokens tokens;
  private FreshCodes codes;
  private Mailing mailing;
  private Clock clock;

  protected UsingWaitlist() {}

  @Inject
  UsingWaitlist(
      Offices offices,
      Waitlist waitlist,
      Appointments appointments,
      OpenBook book,
      Offering offering,
      OneOpenAppointment oneOpen,
      OfferTokens tokens,
      FreshCodes codes,
      Mailing mailing,
      Clock clock) {
    this.offices = offices;
    this.waitlist = waitlist;
    this.appointments = appointments;
    this.book = book;
    this.offering = offering;
    this.oneOpen = oneOpen;
    this.tokens = tokens;
    this.codes = codes;
    this.mailing = mailing;
    this.clock = clock;
  }

  /**
   * The answer to a request to join the waitlist.
   *
   * @param entry the place
   * @param isNew false if an earlier request with the same idempotency key, or for the same
   *     appointment, made it
   */
  public record Joined(WaitlistView entry, boolean isNew) {}

  /**
   * Joins the waitlist, once for every idempotency key and every appointment, for {@link
   * WaitlistWish#MOST_DAYS} at most.
   *
   * @throws de.lokalwillkommen.core.kernel.Refused {@code INVALID} office, topic or days, or a key
   *     that was used for another request; {@code UNKNOWN} appointment; {@code CONFLICT} if the
   *     appointment is not open
   */
  @NeedsDiskSpace
  public Joined join(WaitlistWish asked) {
    Instant now = clock.instant();
    // the lock serialises this with the visitor's cancellation: it either removes the entry, or
    // this request is refused
    Optional<Appointment> instead =
        asked
            .instead()
            .map(appointments::get)
            .map(seen -> book.openFor(seen, now, offices.get(seen.office())));
    WaitlistWish wish = complete(asked, instead);
    appointments.lockAcrossOffices();
    Optional<Joined> earlier = findEarlier(wish, instead);
    if (earlier.isPresent()) {
      return earlier.get();
    }
    instead
        .filter(a -> a.status() != AppointmentStatus.BOOKED)
        .ifPresent(
            a -> {
              throw Refusal.of(Kind.CONFLICT, "appointment.notNow")
                  .with("state", a.status().name())
                  .asException();
            });
    WaitlistEntry entry =
        new WaitlistEntry(
            codes.next(), wish.joiningOn(dayOf(now, wish)), instead.map(Appointment::id), now);
    waitlist.add(entry);
    return new Joined(view(entry), true);
  }

  /**
   * The entry of an earlier request with the same idempotency key, or for the same appointment.
   *
   * @throws de.lokalwillkommen.core.kernel.Refused as {@link #join} says, except for the state of
   *     the appointment
   */
  public Optional<Joined> findEarlier(WaitlistWish asked) {
    Optional<Appointment> instead = asked.instead().map(appointments::get);
    return findEarlier(complete(asked, instead), instead);
  }

  private WaitlistWish complete(WaitlistWish asked, Optional<Appointment> instead) {
    WaitlistWish wish = instead.map(asked::insteadOf).orElse(asked).with(mailing);
    for (String office : wish.offices()) {
      requireBookable(office, wish.topic());
    }
    return wish;
  }

  private Optional<Joined> findEarlier(WaitlistWish wish, Optional<Appointment> instead) {
    Optional<WaitlistEntry> answered = wish.requestKey().flatMap(waitlist::findByRequest);
    if (answered.filter(entry -> !answers(entry, wish, instead)).isPresent()) {
      throw RequestKey.otherBody();
    }
    return answered
        .or(() -> instead.flatMap(a -> waitlist.findWaitingFor(a.id())))
        .map(earlier -> new Joined(view(earlier), false));
  }

  /** Whether an entry answers a wish, which may be repeated days later. */
  private boolean answers(WaitlistEntry entry, WaitlistWish wish, Optional<Appointment> instead) {
    LocalDate joined = dayOf(entry.joinedAt(), wish);
    return entry.answers(wish.joiningOn(joined), instead.map(Appointment::id));
  }

  private LocalDate dayOf(Instant instant, WaitlistWish wish) {
    return offices.get(wish.offices().iterator().next()).dayOf(instant).date();
  }

  /**
   * The waitlist entry with that code.
   *
   * @throws de.lokalwillkommen.core.kernel.Refused {@code UNKNOWN} if there is none
   */
  public WaitlistView look(BookingCode code) {
    WaitlistEntry entry = get(code);
    settleOffersTo(entry, clock.instant());
    return view(entry);
  }

  /** The waitlist entry with a code that a person has typed, if there is one. */
  public Optional<WaitlistView> find(BookingCode code) {
    return waitlist.find(code).isEmpty() ? Optional.empty() : Optional.of(look(code));
  }

  /** The waitlist entry of a visitor who has that appointment and wants an earlier one. */
  public Optional<WaitlistView> findFor(BookingCode appointment) {
    return appointments
        .find(appointment)
        .flatMap(a -> waitlist.findWaitingFor(a.id()))
        .map(
            entry -> {
              settleOffersTo(entry, clock.instant());
              return view(entry);
            });
  }

  /** Leaves the waitlist; leaving again changes nothing. */
  public void leave(BookingCode code) {
    Instant now = clock.instant();
    WaitlistEntry seen = get(code);
    List<SlotOffer> open = openOffers(seen);
    book.open(now, officesOf(open));
    appointments.lockAcrossOffices();
    WaitlistEntry entry = waitlist.getAgain(seen);
    if (entry.status() == WaitlistStatus.WAITING) {
      entry.leave(now);
      // an offer made since then is in a book that is not locked: it goes on when it expires
      open.stream()
          .map(waitlist::getAgain)
          .filter(SlotOffer::isOpen)
          .forEach(offer -> pass(offer, now));
    }
  }

  /** Ends entries whose days have passed; this deletes their addresses. */
  public void forget() {
    Instant now = clock.instant();
    LocalDate today =
        offices.list().stream()
            .map(office -> office.dayOf(now).date())
            .min(LocalDate::compareTo)
            .orElse(LocalDate.EPOCH);
    waitlist
        .listEndedBefore(today, now.minus(Duration.ofDays(WaitlistWish.MOST_DAYS + 1)))
        .forEach(entry -> entry.endWithItsDays(now));
  }

  /** The offer with that token. */
  public OfferView lookAtOffer(String token) {
    SlotOffer offer = tokens.get(token);
    waitlist.findEntry(offer.entry()).ifPresent(e -> settleOffersTo(e, clock.instant()));
    return tokens.view(offer);
  }

  /**
   * Takes an offer: it becomes a confirmed appointment, or the visitor's present appointment moves
   * there. Taking it again changes nothing.
   *
   * @throws de.lokalwillkommen.core.kernel.Refused {@code UNKNOWN} token; {@code GONE} if it has
   *     expired; {@code CONFLICT} if the visitor has taken another offer meanwhile, or has an
   *     appointment under the same address
   */
  public AppointmentView claim(String token) {
    Instant now = clock.instant();
    SlotOffer seen = tokens.get(token);
    WaitlistEntry seenEntry = waitlist.findEntry(seen.entry()).orElseThrow();
    Office there = offices.get(seen.office());
    Office from = findPresent(seenEntry).map(a -> offices.get(a.office())).orElse(there);
    book.open(now, there, from);
    appointments.lockAcrossOffices();
    SlotOffer offer = waitlist.getAgain(seen);
    WaitlistEntry entry = waitlist.getAgain(seenEntry);
    if (offer.status() == OfferStatus.CLAIMED) {
      Appointment taken = appointments.getAgain(findPresent(entry).orElseThrow());
      return AppointmentView.of(taken, offices.get(taken.office()), now);
    }
    offering.end(offer, OfferStatus.CLAIMED, now);
    Appointment held = appointments.getAgain(heldBy(offer));
    Optional<Appointment> present =
        findPresent(entry)
            .map(appointments::getAgain)
            .filter(a -> a.status() == AppointmentStatus.BOOKED);
    if (present.isEmpty()) {
      return confirm(entry, held, there, now);
    }
    if (!present.get().office().equals(from.id())) {
      throw movedMeanwhile(present.get());
    }
    entry.serve(present.get().id(), now);
    return replace(present.get(), held, from, there, now);
  }

  /**
   * Declines an offer, which then goes to the next person at once. The visitor stays on the
   * waitlist.
   */
  public void decline(String token) {
    Instant now = clock.instant();
    SlotOffer seen = tokens.get(token);
    book.open(now, offices.get(seen.office()));
    appointments.lockAcrossOffices();
    SlotOffer offer = waitlist.getAgain(seen);
    if (offer.isOpen()) {
      pass(offer, now);
    }
  }

  /** The appointment that the visitor has, or has got by an offer. */
  private Optional<Appointment> findPresent(WaitlistEntry entry) {
    return entry.appointment().flatMap(appointments::find);
  }

  private static Refused movedMeanwhile(Appointment present) {
    return Refusal.of(Kind.CONFLICT, "appointment.notNow")
        .with("state", present.status().name())
        .asException();
  }

  private AppointmentView confirm(
      WaitlistEntry entry, Appointment held, Office there, Instant now) {
    Optional<Contact> contact = entry.contact();
    oneOpen.require(held, contact, now);
    entry.serve(held.id(), now);
    book.confirm(held, contact, now);
    return AppointmentView.of(held, there, now);
  }

  private AppointmentView replace(
      Appointment present, Appointment held, Office from, Office there, Instant now) {
    Place place = held.place();
    // the place changes owners without being free for a moment
    book.handOver(held, now);
    book.move(present, from, there, place, new AppointmentMove(Actor.VISITOR, now));
    return AppointmentView.of(present, there, now);
  }

  private void pass(SlotOffer offer, Instant now) {
    offering.end(offer, OfferStatus.DECLINED, now);
    Appointment held = appointments.getAgain(heldBy(offer));
    book.cancel(held, offices.get(offer.office()), Actor.VISITOR, now);
  }

  private Appointment heldBy(SlotOffer offer) {
    return appointments.find(offer.appointment()).orElseThrow();
  }

  /**
   * Locks the offices' books if an offer to the entry has expired: locking settles the expired
   * offers.
   */
  private void settleOffersTo(WaitlistEntry entry, Instant now) {
    List<SlotOffer> over =
        openOffers(entry).stream().filter(offer -> !offer.isOpenAt(now)).toList();
    if (!over.isEmpty()) {
      book.open(now, officesOf(over));
      // the entry may have been answered while this transaction waited for the lock
      over.forEach(waitlist::getAgain);
      waitlist.getAgain(entry);
    }
  }

  /** The offers without a stored result: one open, and perhaps one expired. */
  private List<SlotOffer> openOffers(WaitlistEntry entry) {
    return waitlist.listOffersTo(entry.id()).stream().filter(SlotOffer::isOpen).toList();
  }

  private Office[] officesOf(List<SlotOffer> offers) {
    return offers.stream().map(offer -> offices.get(offer.office())).toArray(Office[]::new);
  }

  private WaitlistView view(WaitlistEntry entry) {
    return new WaitlistView(
        entry.code(),
        entry.topic(),
        entry.language(),
        entry.offices(),
        entry.firstDay(),
        entry.lastDay(),
        entry.partOfDay(),
        entry.status(),
        ahead(entry),
        entry.appointment().flatMap(appointments::find).map(Appointment::code),
        openOffers(entry).stream()
            .filter(offer -> offer.isOpenAt(clock.instant()))
            .findFirst()
            .map(tokens::view),
        entry.contact().isPresent());
  }

  private int ahead(WaitlistEntry entry) {
    if (entry.status() != WaitlistStatus.WAITING) {
      return 0;
    }
    return (int)
        waitlist.listWaiting().stream()
            .takeWhile(before -> before.id() != entry.id())
            .filter(entry::competesWith)
            .count();
  }

  private WaitlistEntry get(BookingCode code) {
    return waitlist
        .find(code)
        .orElseThrow(() -> Refusal.of(Kind.UNKNOWN, "waitlist.unknown").asException());
  }

  private void requireBookable(String office, String topic) {
    if (offices.find(office).flatMap(o -> o.findTopic(topic)).filter(Topic::isBookable).isEmpty()) {
      boolean known = offices.find(office).isPresent();
      throw Refusal.of(Kind.INVALID, known ? "topic.unknown" : "office.unknown")
          .with("field", known ? "topic" : "offices")
          .asException();
    }
  }
}
