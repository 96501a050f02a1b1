package de.lokalwillkommen.core.booking;

import de.lokalwillkommen.core.kernel.BusinessDay;
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
import de.lokalwillkommen.core.timetable.Timetable;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Everything visitors do with appointments before the day: hold a slot, confirm it, look, move,
 * cancel. The code authorises the caller. Each change holds the lock on the office's book.
 */
@UseCase
public class BookingAppointments {

  /** How many other slots are suggested when a slot is taken. */
  public static final int ALTERNATIVES = 3;

  private Offices offices;
  private Appointments appointments;
  private OneOpenAppointment oneOpen;
  private SlotSearch search;
  private OpenBook book;
  private FreshCodes codes;
  private Mailing mailing;
  private Clock clock;

  protected BookingAppointments() {}

  @Inject
  BookingAppointments(
      Offices offices,
      Appointments appointments,
      OneOpenAppointment oneOpen,
      SlotSearch search,
      OpenBook book,
      FreshCodes codes,
      Mailing mailing,
      Clock clock) {
    this.offices = offices;
    this.appointments = appointments;
    this.oneOpen = oneOpen;
    this.search = search;
    this.book = book;
    this.codes = codes;
    this.mailing = mailing;
    this.clock = clock;
  }

  /**
   * The answer to a request for an appointment.
   *
   * @param appointment the appointment
   * @param isNew false if an earlier request with the same idempotency key made it
   */
  public record Booked(AppointmentView appointment, boolean isNew) {}

  /**
   * Holds a slot for {@link Appointment#HELD_FOR}, once for every idempotency key. Releases what
   * the same session held before.
   *
   * @throws Refused {@code INVALID} slot, topic, or a key that was used for another request; {@code
   *     CONFLICT} if the slot is taken, with {@code alternatives}, or if the visitor has one
   *     already; {@code TOO_OFTEN} while too many are held; {@code NOT_ALLOWED} from outside
   */
  @NeedsDiskSpace
  public Booked hold(BookingWish asked) {
    return hold(asked, false);
  }

  private Booked hold(BookingWish asked, boolean confirmsToo) {
    Instant now = clock.instant();
    BookingWish wish = asked.with(mailing);
    Office office = officeOf(wish.slot());
    Topic topic = bookable(office, wish.topic());
    List<Office> concerned = concerned(office, wish);
    book.open(now, concerned.toArray(Office[]::new));
    if (confirmsToo) {
      // the confirmation may need it, and nothing may be written before
      appointments.lockAcrossOffices();
    }
    Optional<Booked> earlier =
        findByRequest(wish).map(appointments::getAgain).map(a -> again(a, wish));
    if (earlier.isPresent()) {
      return earlier.get();
    }
    giveUpHeldInTheSameSession(wish, concerned, now);
    requireNoObjection(wish, office, now);
    Place place = find(office, topic, wish, now, Optional.empty());
    Appointment appointment =
        new Appointment(codes.next(), wish, place, now.plus(Appointment.HELD_FOR), now);
    book.enter(appointment);
    return new Booked(AppointmentView.of(appointment, office, now), true);
  }

  /**
   * The answer to an earlier request with the same idempotency key, if there was one.
   *
   * @throws Refused {@code INVALID} for a key that was used for another request
   */
  public Optional<Booked> findEarlier(BookingWish wish) {
    return findByRequest(wish).map(earlier -> again(earlier, wish));
  }

  private Optional<Appointment> findByRequest(BookingWish wish) {
    return wish.requestKey().flatMap(appointments::findByRequest);
  }

  /**
   * Confirms a held appointment; confirming again changes nothing.
   *
   * @throws Refused {@code CONFLICT} if the hold has expired, with {@code alternatives}; or if the
   *     address has another open appointment
   */
  public AppointmentView confirm(BookingCode code, Optional<Contact> left) {
    Instant now = clock.instant();
    Optional<Contact> contact = mailing.ofUse(left);
    Appointment seen = appointments.get(code);
    Office office = offices.get(seen.office());
    Appointment appointment = book.openFor(seen, now, office);
    if (appointment.status() == AppointmentStatus.BOOKED) {
      return AppointmentView.of(appointment, office, now);
    }
    if (appointment.status() == AppointmentStatus.LAPSED) {
      throw taken("appointment.holdOver", "holdOver", office, wishOf(appointment, office, now));
    }
    oneOpen.require(appointment, contact, now);
    book.confirm(appointment, contact, now);
    return AppointmentView.of(appointment, office, now);
  }

  /** Books and confirms in one step. */
  AppointmentView bookAtOnce(BookingWish wish) {
    return confirm(hold(wish, true).appointment().code(), wish.contact());
  }

  /**
   * The appointment with that code.
   *
   * @throws Refused {@code UNKNOWN} if there is none
   */
  public AppointmentView look(BookingCode code) {
    return view(appointments.get(code));
  }

  /** The appointment with a code that a person has typed, if there is one. */
  public Optional<AppointmentView> find(BookingCode code) {
    return appointments.find(code).map(this::view);
  }

  /** Cancels an appointment; cancelling again changes nothing. */
  public void cancel(BookingCode code, Actor actor) {
    Instant now = clock.instant();
    Appointment seen = appointments.get(code);
    Office office = offices.get(seen.office());
    Appointment appointment = book.openFor(seen, now, office);
    if (appointment.status() == AppointmentStatus.CANCELLED
        || appointment.status() == AppointmentStatus.LAPSED) {
      return;
    }
    book.cancel(appointment, office, actor, now);
  }

  /**
   * Cancels all appointments of an office on a day on which it is closed.
   *
   * @return the number of cancelled appointments
   */
  int cancelAllOn(LocalDate day, String officeId, Actor actor) {
    Instant now = clock.instant();
    Office office = offices.get(officeId);
    book.open(now, office);
    return book.cancelDay(office, day, actor, now);
  }

  /**
   * Moves an appointment to another slot, perhaps in another office, under the same code.
   *
   * @param channel how it is moved; staff may use more desks
   * @throws Refused {@code CONFLICT} if the slot is taken, with {@code alternatives}, or if the
   *     appointment cannot be moved any more
   */
  public AppointmentView move(BookingCode code, Slot.Id slot, Channel channel) {
    Instant now = clock.instant();
    Appointment seen = appointments.get(code);
    Office from = offices.get(seen.office());
    Office to = officeOf(slot);
    Topic topic = bookable(to, seen.topic());
    Appointment appointment = book.openFor(seen, now, from, to);
    appointment.requireBooked();
    if (appointment.office().equals(to.id()) && appointment.start().equals(slot.start())) {
      return AppointmentView.of(appointment, to, now);
    }
    BookingWish wish =
        new BookingWish(
            slot,
            appointment.topic(),
            appointment.language(),
            channel,
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    // within the office the code is enough; a move to another office must pass the rules of a new
    // booking
    if (!from.id().equals(to.id())) {
      requireNoObjection(new BookingRequest(wish, to, 0, 0, now));
    }
    Place place = find(to, topic, wish, now, Optional.of(appointment.place()));
    book.move(appointment, from, to, place, new AppointmentMove(channel.actor(), now));
    return AppointmentView.of(appointment, to, now);
  }

  private AppointmentView view(Appointment appointment) {
    return AppointmentView.of(appointment, offices.get(appointment.office()), clock.instant());
  }

  private Booked again(Appointment earlier, BookingWish wish) {
    if (!earlier.answers(wish)) {
      throw RequestKey.otherBody();
    }
    return new Booked(view(earlier), false);
  }

  /**
   * The offices whose books a request may change: its own, and those of the appointments that it
   * releases.
   */
  private List<Office> concerned(Office office, BookingWish wish) {
    List<Office> all = new ArrayList<>(List.of(office));
    wish.session().map(appointments::listOpenOfSession).orElse(List.of()).stream()
        .map(a -> offices.get(a.office()))
        .forEach(all::add);
    return all;
  }

  private void giveUpHeldInTheSameSession(BookingWish wish, List<Office> concerned, Instant now) {
    for (Appointment seen : wish.session().map(appointments::listOpenOfSession).orElse(List.of())) {
      // it may have been confirmed while this transaction waited for the book
      Appointment open = appointments.getAgain(seen);
      if (open.status() == AppointmentStatus.HELD) {
        concerned.stream()
            .filter(office -> office.id().equals(open.office()))
            .findFirst()
            .ifPresent(office -> book.cancel(open, office, wish.channel().actor(), now));
      }
    }
  }

  private void requireNoObjection(BookingWish wish, Office office, Instant now) {
    int ofContact = wish.contact().map(c -> appointments.countOpenOf(c, now)).orElse(0);
    int ofSession = wish.session().map(f -> appointments.listOpenOfSession(f).size()).orElse(0);
    int held = appointments.countHeld(office.id());
    requireNoObjection(new BookingRequest(wish, office, Math.max(ofContact, ofSession), held, now));
  }

  private static void requireNoObjection(BookingRequest request) {
    BookingRule.firstObjection(request)
        .ifPresent(
            refusal -> {
              throw refusal.asException();
            });
  }

  private Place find(
      Office office, Topic topic, BookingWish wish, Instant now, Optional<Place> own) {
    Timetable.Wish looked = new Timetable.Wish(topic, wish.language(), wish.channel().share(), now);
    return search
        .find(office, looked, wish.slot().start(), own)
        .orElseThrow(() -> taken("slot.taken", "taken", office, looked));
  }

  private Refused taken(String key, String reason, Office office, Timetable.Wish wish) {
    List<Slot> next =
        search.list(
            office,
            wish,
            wish.now(),
            new BusinessDay(office.bookingTerms().lastDay(wish.now(), office.zone()), office.zone())
                .end(),
            ALTERNATIVES);
    return Refusal.of(Kind.CONFLICT, key)
        .with("reason", reason)
        .with("alternatives", (Serializable) new ArrayList<>(next))
        .asException();
  }

  private static Timetable.Wish wishOf(Appointment appointment, Office office, Instant now) {
    return new Timetable.Wish(
        bookable(office, appointment.topic()),
        appointment.language(),
        appointment.channel().share(),
        now);
  }

  private Office officeOf(Slot.Id slot) {
    return offices
        .find(slot.office())
        .orElseThrow(
            () -> Refusal.of(Kind.INVALID, "slot.unknown").with("field", "slot").asException());
  }

  private static Topic bookable(Office office, String topic) {
    return office
        .findTopic(topic)
        .filter(Topic::isBookable)
        .orElseThrow(
            () -> Refusal.of(Kind.INVALID, "topic.unknown").with("field", "topic").asException());
  }
}
