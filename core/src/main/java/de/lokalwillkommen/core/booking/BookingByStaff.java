package de.lokalwillkommen.core.booking;

import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.kernel.Refused;
import de.lokalwillkommen.core.kernel.UseCase;
import de.lokalwillkommen.core.staff.SignedIn;
import de.lokalwillkommen.core.storage.NeedsDiskSpace;
import de.lokalwillkommen.core.ticketing.Actor;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What staff does with the appointments of their office, for visitors who call or stand at the
 * counter. Staff may also use the desks kept for staff.
 */
@UseCase
public class BookingByStaff {

  private BookingAppointments booking;
  private FindingSlots finding;
  private CheckingIn checkingIn;
  private AppointmentLog log;

  protected BookingByStaff() {}

  @Inject
  BookingByStaff(
      BookingAppointments booking,
      FindingSlots finding,
      CheckingIn checkingIn,
      AppointmentLog log) {
    this.booking = booking;
    this.finding = finding;
    this.checkingIn = checkingIn;
    this.log = log;
  }

  /** Free slots in the office of {@code me}, including those kept for staff. */
  public List<Slot> listSlots(SignedIn me, SlotQuery query) {
    return finding.list(
        new SlotQuery(
            Optional.of(officeOf(me)),
            query.topic(),
            query.language(),
            Channel.STAFF,
            query.from(),
            query.to(),
            query.limit()));
  }

  /** Books a slot at once. */
  @NeedsDiskSpace
  public AppointmentView book(
      SignedIn me, Slot.Id slot, String topic, String language, Optional<Contact> contact) {
    requireWorksIn(me, slot.office());
    AppointmentView booked =
        booking.bookAtOnce(
            new BookingWish(
                slot, topic, language, Channel.STAFF, contact, Optional.empty(), Optional.empty()));
    log.booked(me, booked);
    return booked;
  }

  /**
   * The confirmed appointment with a code, in any office: a visitor who comes to the wrong office
   * or calls there says it.
   */
  public Optional<AppointmentView> find(SignedIn me, BookingCode code) {
    return me.servesVisitors() && me.office().isPresent()
        ? booking.find(code).filter(a -> a.heldUntil().isEmpty())
        : Optional.empty();
  }

  /**
   * Moves an appointment of the office to another slot in any office, or one of another office to
   * this one.
   *
   * @throws de.lokalwillkommen.core.kernel.Refused as {@link BookingAppointments#move}
   */
  public AppointmentView move(SignedIn me, BookingCode code, Slot.Id to) {
    AppointmentView before = booking.look(code);
    requireWorksIn(me, me.worksIn(to.office()) ? to.office() : before.office());
    AppointmentView after = booking.move(code, to, Channel.STAFF);
    if (after.moves() > before.moves()) {
      log.moved(me, before, after, Optional.empty());
    }
    return after;
  }

  /** Cancels an appointment of the office. */
  public void cancel(SignedIn me, BookingCode code) {
    AppointmentView before = booking.look(code);
    requireWorksIn(me, before.office());
    booking.cancel(code, Actor.COUNSELLOR);
    if (booking.look(code).status() != before.status()) {
      log.cancelled(me, before, Optional.empty());
    }
  }

  /**
   * Cancels the open appointments of a day on which the office cannot see visitors; visitors who
   * left an address get the usual cancellation letter. The places are not offered.
   *
   * @return the number of cancelled appointments
   */
  public int cancelAll(SignedIn me, LocalDate day) {
    requireWorksIn(me, officeOf(me));
    int cancelled = booking.cancelAllOn(day, officeOf(me), Actor.COUNSELLOR);
    if (cancelled > 0) {
      log.dayCancelled(me, officeOf(me), day, cancelled);
    }
    return cancelled;
  }

  /** Checks in a visitor who stands at the counter, even if they are late. */
  public CheckingIn.CheckedIn checkIn(SignedIn me, BookingCode code) {
    requireWorksIn(me, booking.look(code).office());
    return checkingIn.checkInAtCounter(officeOf(me), code);
  }

  private static String officeOf(SignedIn me) {
    return me.office().orElseThrow(BookingByStaff::unknown);
  }

  /** Refuses an appointment of another office as unknown. */
  private static void requireWorksIn(SignedIn me, String office) {
    if (!me.worksIn(office)) {
      throw unknown();
    }
  }

  private static Refused unknown() {
    return Refusal.of(Kind.UNKNOWN, "appointment.unknown").asException();
  }
}
