package de.lokalwillkommen.core.rebooking;

import de.lokalwillkommen.core.availability.DesksOfDay;
import de.lokalwillkommen.core.booking.Appointment;
import de.lokalwillkommen.core.booking.AppointmentLists;
import de.lokalwillkommen.core.booking.AppointmentLog;
import de.lokalwillkommen.core.booking.AppointmentMove;
import de.lokalwillkommen.core.booking.AppointmentStatus;
import de.lokalwillkommen.core.booking.AppointmentView;
import de.lokalwillkommen.core.booking.Appointments;
import de.lokalwillkommen.core.booking.BookingCode;
import de.lokalwillkommen.core.booking.FindingSlots;
import de.lokalwillkommen.core.booking.OfficeReason;
import de.lokalwillkommen.core.booking.OpenBook;
import de.lokalwillkommen.core.booking.Slot;
import de.lokalwillkommen.core.booking.SlotSearch;
import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.kernel.Refused;
import de.lokalwillkommen.core.kernel.UseCase;
import de.lokalwillkommen.core.offices.Office;
import de.lokalwillkommen.core.offices.Offices;
import de.lokalwillkommen.core.offices.Topic;
import de.lokalwillkommen.core.staff.SignedIn;
import de.lokalwillkommen.core.ticketing.Actor;
import de.lokalwillkommen.core.timetable.Place;
import de.lokalwillkommen.core.timetable.Share;
import de.lokalwillkommen.core.timetable.Timetable;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What staff does with the appointments of a day on which the office, or a part of its desks, is
 * not there. Each appointment is moved or cancelled in a transaction of its own: what is done stays
 * done, and what is not stays on the list. The places are gone and are not offered to the waitlist.
 */
@UseCase
public class RebookingDay {

  private Offices offices;
  private Appointments appointments;
  private AppointmentLists lists;
  private DesksOfDay desks;
  private FindingSlots finding;
  private SlotSearch search;
  private OpenBook book;
  private AppointmentLog log;
  private Clock clock;

  protected RebookingDay() {}

  @Inject
  RebookingDay(
      Offices offices,
      Appointments appointments,
      AppointmentLists lists,
      DesksOfDay desks,
      FindingSlots finding,
      SlotSearch search,
      OpenBook book,
      AppointmentLog log,
      Clock clock) {
    this.offices = offices;
    this.appointments = appointments;
    this.lists = lists;
    this.desks = desks;
    this.finding = finding;
    this.search = search;
    this.book = book;
    this.log = log;
    this.clock = clock;
  }

  /**
   * An appointment as the caller has seen it.
   *
   * @param code its code
   * @param start when it began then: one that has been moved since is left alone
   */
  public record Seen(BookingCode code, Instant start) {}

  /**
   * The working list of a day in the office of {@code me}.
   *
   * @throws Refused {@code UNKNOWN} for a person who works in no office
   */
  public WorkingList look(SignedIn me, LocalDate day) {
    Office office = officeOf(me);
    Instant now = clock.instant();
    List<AppointmentView> open =
        lists.listOn(office.id(), day).stream()
            .filter(a -> a.status() == AppointmentStatus.BOOKED && a.end().isAfter(now))
            .toList();
    Set<Long> withoutDesk = desks.listWithoutDesk(office.id(), day);
    List<Optional<Slot>> proposals =
        finding.listOneEach(
            office.id(),
            open.stream().map(a -> new FindingSlots.Need(a.topic(), a.language())).toList(),
            day.plusDays(1));
    return new WorkingList(
        office.id(),
        day,
        desks.isClosed(office.id(), day),
        IntStream.range(0, open.size())
            .mapToObj(
                i ->
                    new WorkingList.Item(
                        open.get(i), !withoutDesk.contains(open.get(i).id()), proposals.get(i)))
            .toList());
  }

  /**
   * Moves an appointment to another slot of the office; repeating it changes nothing.
   *
   * @throws Refused {@code CONFLICT} if the slot is taken, or if the appointment has been moved,
   *     cancelled or checked in since it was seen; {@code UNKNOWN} appointment, or one of another
   *     office
   */
  public AppointmentView move(SignedIn me, Seen seen, Slot.Id to, OfficeReason why) {
    Instant now = clock.instant();
    Office office = officeOf(me);
    Appointment appointment = open(me, seen, now);
    if (appointment.status() == AppointmentStatus.BOOKED
        && appointment.start().equals(to.start())) {
      return AppointmentView.of(appointment, office, now);
    }
    requireAsSeen(appointment, seen);
    Place place =
        office
            .findTopic(appointment.topic())
            .filter(topic -> topic.isBookable() && to.office().equals(office.id()))
            .map(topic -> wish(topic, appointment, now))
            .flatMap(
                wish -> search.find(office, wish, to.start(), Optional.of(appointment.place())))
            .orElseThrow(() -> Refusal.of(Kind.CONFLICT, "slot.taken").asException());
    AppointmentView before = AppointmentView.of(appointment, office, now);
    AppointmentMove move = new AppointmentMove(Actor.COUNSELLOR, now, Optional.of(why));
    book.move(appointment, office, office, place, move);
    AppointmentView after = AppointmentView.of(appointment, office, now);
    log.moved(me, before, after, Optional.of(why));
    return after;
  }

  /**
   * Cancels an appointment; repeating it changes nothing.
   *
   * @throws Refused {@code CONFLICT} if the appointment has been moved or checked in since it was
   *     seen; {@code UNKNOWN} appointment, or one of another office
   */
  public void cancel(SignedIn me, Seen seen, OfficeReason why) {
    Instant now = clock.instant();
    Appointment appointment = open(me, seen, now);
    if (appointment.status() == AppointmentStatus.CANCELLED) {
      return;
    }
    requireAsSeen(appointment, seen);
    AppointmentView before = AppointmentView.of(appointment, officeOf(me), now);
    book.cancelFor(why, appointment, now);
    log.cancelled(me, before, Optional.of(why));
  }

  /** Ends what is held or offered on a day that falls out for the whole office. */
  public void releaseHolds(SignedIn me, LocalDate day) {
    Instant now = clock.instant();
    Office office = officeOf(me);
    book.open(now, office);
    book.releaseHolds(office, day, now);
  }

  private Appointment open(SignedIn me, Seen seen, Instant now) {
    Office office = officeOf(me);
    Appointment found = appointments.get(seen.code());
    if (!found.office().equals(office.id())) {
      throw unknown();
    }
    return book.openFor(found, now, office);
  }

  private static void requireAsSeen(Appointment appointment, Seen seen) {
    if (appointment.status() != AppointmentStatus.BOOKED
        || !appointment.start().equals(seen.start())) {
      throw Refusal.of(Kind.CONFLICT, "rebooking.changedMeanwhile").asException();
    }
  }

  private static Timetable.Wish wish(Topic topic, Appointment appointment, Instant now) {
    return new Timetable.Wish(topic, appointment.language(), Share.INTERNAL, now);
  }

  private Office officeOf(SignedIn me) {
    return me.office().filter(me::worksIn).map(offices::get).orElseThrow(RebookingDay::unknown);
  }

  private static Refused unknown() {
    return Refusal.of(Kind.UNKNOWN, "appointment.unknown").asException();
  }
}
