package de.lokalwillkommen.core.booking;

import static de.lokalwillkommen.core.booking.BookingOffice.hours;
import static de.lokalwillkommen.core.offices.OfficeFixture.HOUSING;
import static de.lokalwillkommen.core.ticketing.TicketFixture.TEN;
import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.core.availability.ClosingEffect;
import de.lokalwillkommen.core.offices.OfficeFixture;
import de.lokalwillkommen.core.staff.Role;
import de.lokalwillkommen.core.staff.SignedIn;
import de.lokalwillkommen.core.ticketing.Actor;
import de.lokalwillkommen.core.timetable.ClosedDays;
import de.lokalwillkommen.core.waitlist.WaitlistFixture;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Every change locks the books it writes to, always in the same order, and the row across offices
 * where it decides on an offer. A request that only reads takes no lock.
 */
class HoldingBooksTest {

  private static final Instant ELEVEN = TEN.plus(Duration.ofDays(7)).plus(Duration.ofHours(1));
  private static final Instant NOON = ELEVEN.plus(Duration.ofHours(1));

  private static final String ACROSS = "locks across offices";
  private static final String WRITES = "writes";

  private final List<String> held = new ArrayList<>();
  private final List<String> steps = new ArrayList<>();
  private final BookingDesk desk =
      new BookingDesk(
              new InMemoryAppointments() {
                @Override
                public void lock(List<String> offices) {
                  held.addAll(offices);
                  super.lock(offices);
                }

                @Override
                public void lockAcrossOffices() {
                  steps.add(ACROSS);
                  super.lockAcrossOffices();
                }

                @Override
                public void add(AppointmentEvent event) {
                  steps.add(WRITES);
                  super.add(event);
                }
              },
              OfficeFixture.hoerde(),
              OfficeFixture.eving())
          .with("hoerde", hours(DayOfWeek.MONDAY, 11, 13, 1))
          .with("eving", hours(DayOfWeek.MONDAY, 11, 13, 1));

  private void assertHolds(Runnable change, String... offices) {
    held.clear();
    change.run();
    assertThat(held).containsExactly(offices);
  }

  private BookingCode given(String office) {
    return desk.booking.hold(BookingOffice.wish(office, ELEVEN)).appointment().code();
  }

  @Test
  void anAppointmentIsChangedInTheBookOfItsOffice() {
    assertHolds(() -> given("hoerde"), "hoerde");
    BookingCode code = desk.appointments.list().get(0).code();
    assertHolds(() -> desk.booking.confirm(code, Optional.empty()), "hoerde");
    Slot.Id noon = new Slot.Id("hoerde", NOON);
    assertHolds(() -> desk.booking.move(code, noon, Channel.OUTSIDE), "hoerde");
    Slot.Id there = new Slot.Id("eving", NOON);
    assertHolds(() -> desk.booking.move(code, there, Channel.OUTSIDE), "eving", "hoerde");
    assertHolds(() -> desk.booking.cancel(code, Actor.VISITOR), "eving");
    LocalDate day = LocalDate.of(2026, 11, 30);
    assertHolds(() -> desk.booking.cancelAllOn(day, "hoerde", Actor.COUNSELLOR), "hoerde");
  }

  @Test
  void changesOfHoursAndClosuresLockTheBook() {
    SignedIn lead =
        new SignedIn(
            7,
            "lead",
            "Leitung",
            Set.of(Role.OFFICE_LEAD),
            Optional.of("hoerde"),
            Optional.empty(),
            "csrf");
    LocalDate day = LocalDate.of(2026, 12, 7);

    long rule = desk.arranging.add(lead, "hoerde", hours(DayOfWeek.TUESDAY, 9, 10, 1));
    assertHolds(() -> desk.arranging.remove(lead, rule, Set.of()), "hoerde");
    assertHolds(
        () ->
            desk.arranging.close(
                lead, "hoerde", new ClosedDays(day, day, "Umzug"), ClosingEffect.Told.NOTHING),
        "hoerde");
  }

  /** Or it would lock the line first and this row afterwards, against the order of all others. */
  @Test
  void aCheckInLocksTheRowAcrossOfficesThoughNoOneWaits() {
    BookingCode code = desk.booked("hoerde", ELEVEN).code();
    desk.clock.passes(Duration.between(desk.clock.instant(), ELEVEN));
    int before = desk.appointments.locksAcrossOffices();

    desk.checkingIn.checkIn("hoerde", code, false);

    assertThat(desk.appointments.locksAcrossOffices()).isEqualTo(before + 1);
  }

  @Test
  void readingTakesNoLock() {
    BookingCode code = desk.booked("hoerde", ELEVEN).code();
    BookingCode entry = desk.waiting.join(WaitlistFixture.forHousing("hoerde")).entry().code();
    desk.booking.cancel(desk.booked("hoerde", NOON).code(), Actor.VISITOR);
    String offer = desk.waiting.look(entry).offer().orElseThrow().token();

    assertHolds(
        () -> {
          desk.waiting.lookAtOffer(offer);
          desk.finding.list(SlotQuery.in("hoerde", HOUSING, "de", Channel.KIOSK, 9));
          desk.booking.look(code);
          desk.waiting.look(entry);
        });
  }

  @Test
  void unlessAHoldHasExpired() {
    BookingCode code = given("hoerde");
    desk.clock.passes(Appointment.HELD_FOR);

    assertHolds(
        () -> desk.finding.list(SlotQuery.in("hoerde", HOUSING, "de", Channel.KIOSK, 9)), "hoerde");
    assertThat(desk.booking.look(code).status()).isEqualTo(AppointmentStatus.LAPSED);
  }

  @Test
  void anOfferIsAnsweredInTheBookOfItsPlaceAndOfWhatItReplaces() {
    BookingCode own = desk.booked("hoerde", NOON).code();
    BookingCode entry =
        desk.waiting
            .join(WaitlistFixture.wish(Optional.of(own), Optional.empty(), "hoerde", "eving"))
            .entry()
            .code();
    BookingCode second = desk.waiting.join(WaitlistFixture.forHousing("eving")).entry().code();
    desk.booking.cancel(desk.booked("eving", ELEVEN).code(), Actor.VISITOR);
    String offer = desk.waiting.look(entry).offer().orElseThrow().token();

    assertHolds(() -> desk.waiting.decline(offer), "eving");
    String next = desk.waiting.look(second).offer().orElseThrow().token();
    assertHolds(() -> desk.waiting.claim(next), "eving");
    desk.booking.cancel(desk.booked("hoerde", ELEVEN).code(), Actor.VISITOR);
    String last = desk.waiting.look(entry).offer().orElseThrow().token();
    assertHolds(() -> desk.waiting.claim(last), "hoerde");
  }

  @Test
  void leavingWithAnOpenOfferReturnsItUnderTheLockOfItsBook() {
    BookingCode entry = desk.waiting.join(WaitlistFixture.forHousing("eving")).entry().code();
    desk.booking.cancel(desk.booked("eving", ELEVEN).code(), Actor.VISITOR);

    assertHolds(() -> desk.waiting.leave(entry), "eving");
    assertThat(desk.appointments.listClaims()).isEmpty();
  }

  @Test
  void everyChangeOfTheWaitlistLocksAcrossOffices() {
    assertLocksAcrossOffices(() -> desk.waiting.join(WaitlistFixture.forHousing("eving")));
    BookingCode entry = desk.waiting.join(WaitlistFixture.forHousing("eving")).entry().code();
    BookingCode freed = desk.booked("eving", ELEVEN).code();
    assertLocksAcrossOffices(() -> desk.booking.cancel(freed, Actor.VISITOR));
    assertLocksAcrossOffices(() -> desk.waiting.leave(entry));
    assertLocksAcrossOffices(
        () -> desk.booking.cancel(desk.booked("eving", NOON).code(), Actor.VISITOR));
  }

  private void assertLocksAcrossOffices(Runnable change) {
    int before = desk.appointments.locksAcrossOffices();
    change.run();
    assertThat(desk.appointments.locksAcrossOffices()).isGreaterThan(before);
  }

  /** A query of an observer flushes what was written: the lock must be held before. */
  @Test
  void whatFreesAPlaceLocksAcrossOfficesBeforeItWrites() {
    BookingCode code = desk.booked("hoerde", ELEVEN).code();
    assertLocksBeforeItWrites(
        () -> desk.booking.move(code, new Slot.Id("hoerde", NOON), Channel.OUTSIDE));
    assertLocksBeforeItWrites(() -> desk.booking.cancel(code, Actor.VISITOR));
    desk.booked("hoerde", ELEVEN);
    LocalDate day = LocalDate.of(2026, 11, 30);
    assertLocksBeforeItWrites(() -> desk.booking.cancelAllOn(day, "hoerde", Actor.COUNSELLOR));
    given("hoerde");
    desk.clock.passes(Appointment.HELD_FOR);
    assertLocksBeforeItWrites(() -> desk.keeping.tend("hoerde"));
  }

  @Test
  void soDoesWhatMarksAnAppointmentAsMissedAndWhatUndoesThat() {
    desk.booked("hoerde", ELEVEN);
    Instant before = desk.clock.instant();
    desk.clock.is(ELEVEN.plus(Duration.ofDays(1)));
    assertLocksBeforeItWrites(() -> desk.keeping.tend("hoerde"));

    desk.clock.is(before);

    assertLocksBeforeItWrites(() -> desk.keeping.tend("hoerde"));
  }

  @Test
  void soDoesAConfirmationWithAnAddressThatMayHaveAnAppointmentElsewhere() {
    BookingCode code = given("hoerde");
    Optional<Contact> address = Optional.of(new Contact("a@example.org"));

    assertLocksBeforeItWrites(() -> desk.booking.confirm(code, address));
  }

  private void assertLocksBeforeItWrites(Runnable change) {
    steps.clear();
    change.run();
    assertThat(steps).startsWith(ACROSS).contains(WRITES);
  }

  @Test
  void anEarlierOneInAnotherOfficeIsTakenInBothBooks() {
    BookingCode own = desk.booked("hoerde", NOON).code();
    String offer = offerInEvingTo(Optional.of(own));

    assertHolds(() -> desk.waiting.claim(offer), "eving", "hoerde");
    assertThat(desk.booking.look(own).office()).isEqualTo("eving");
  }

  @Test
  void anOfferIsTakenUnderTheLockAcrossOffices() {
    String offer = offerInEvingTo(Optional.empty());

    assertLocksBeforeItWrites(() -> desk.waiting.claim(offer));
  }

  private String offerInEvingTo(Optional<BookingCode> own) {
    BookingCode entry =
        desk.waiting
            .join(WaitlistFixture.wish(own, Optional.empty(), "hoerde", "eving"))
            .entry()
            .code();
    desk.booking.cancel(desk.booked("eving", ELEVEN).code(), Actor.VISITOR);
    return desk.waiting.look(entry).offer().orElseThrow().token();
  }
}
