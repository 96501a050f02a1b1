package de.lokalwillkommen.core.booking;

import static de.lokalwillkommen.core.booking.BookingOffice.hours;
import static de.lokalwillkommen.core.booking.BookingOffice.wish;
import static de.lokalwillkommen.core.ticketing.TicketFixture.TEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.lokalwillkommen.core.kernel.RecordedEvents;
import de.lokalwillkommen.core.kernel.Refused;
import de.lokalwillkommen.core.kernel.TestClock;
import de.lokalwillkommen.core.kernel.TestDatabase;
import de.lokalwillkommen.core.letters.LetterKind;
import de.lokalwillkommen.core.letters.MailDraft;
import de.lokalwillkommen.core.offices.OfficeFixture;
import de.lokalwillkommen.core.retention.Retention;
import de.lokalwillkommen.core.ticketing.Actor;
import de.lokalwillkommen.core.ticketing.TicketView;
import de.lokalwillkommen.core.waitlist.OfferView;
import de.lokalwillkommen.core.waitlist.PartOfDay;
import de.lokalwillkommen.core.waitlist.WaitlistFixture;
import de.lokalwillkommen.core.waitlist.WaitlistStatus;
import de.lokalwillkommen.core.waitlist.WaitlistView;
import de.lokalwillkommen.core.waitlist.WaitlistWish;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An appointment from the search to the counter, over real databases. */
class AppointmentLifeTest {

  private static final Instant ELEVEN = TEN.plus(Duration.ofHours(1));
  private static final Instant HALF_PAST = ELEVEN.plus(Duration.ofMinutes(30));

  private final TestClock clock = new TestClock(TEN);
  private final RecordedEvents events = new RecordedEvents();

  private <T> T in(TestDatabase database, Function<BookingOffice, T> work) {
    return database.transaction(em -> work.apply(BookingDatabase.over(em, events, clock)));
  }

  @ParameterizedTest
  @EnumSource
  void aSlotIsFoundHeldConfirmedMovedAndCheckedIn(TestDatabase database) {
    BookingDatabase.reset(database, hours(DayOfWeek.MONDAY, 11, 13, 1));

    List<Slot> slots =
        in(
            database,
            o ->
                o.finding.list(
                    SlotQuery.in("hoerde", OfficeFixture.HOUSING, "de", Channel.KIOSK, 2)));
    assertThat(slots).extracting(Slot::start).containsExactly(ELEVEN, HALF_PAST);

    BookingCode code =
        in(database, o -> o.booking.hold(wish("hoerde", ELEVEN)).appointment().code());
    in(database, o -> o.booking.confirm(code, Optional.of(new Contact("a@example.org"))));
    in(database, o -> o.booking.move(code, new Slot.Id("hoerde", HALF_PAST), Channel.OUTSIDE));
    AppointmentView moved = in(database, o -> o.booking.look(code));
    assertThat(moved.start()).isEqualTo(HALF_PAST);
    AppointmentView other = in(database, o -> o.booked("hoerde", ELEVEN));
    assertThat(other.start()).isEqualTo(ELEVEN);

    clock.is(ELEVEN);
    TicketView ticket = in(database, o -> o.checkingIn.checkIn("hoerde", code, false).ticket());
    assertThat(ticket.number()).isEqualTo("T001");
    AppointmentView checkedIn = in(database, o -> o.booking.look(code));
    assertThat(checkedIn.status()).isEqualTo(AppointmentStatus.CHECKED_IN);
    List<MailDraft> mails = in(database, o -> o.posting.takeDue(10));
    assertThat(mails).extracting(MailDraft::kind).containsExactly(LetterKind.MOVED);
  }

  @ParameterizedTest
  @EnumSource
  void aTakenSlotIsRefusedWithTheNextOnes(TestDatabase database) {
    BookingDatabase.reset(database, hours(DayOfWeek.MONDAY, 11, 13, 1));
    in(database, o -> o.booked("hoerde", ELEVEN));

    assertThatThrownBy(() -> in(database, o -> o.booking.hold(wish("hoerde", ELEVEN))))
        .isInstanceOfSatisfying(
            Refused.class,
            refused ->
                assertThat((List<?>) refused.refusal().facts().get("alternatives")).hasSize(3));
  }

  @ParameterizedTest
  @EnumSource
  void aCancelledSlotIsOfferedToTheNextAndClaimed(TestDatabase database) {
    BookingDatabase.reset(database, hours(DayOfWeek.MONDAY, 15, 17, 1));
    Instant three = TEN.plus(Duration.ofHours(5));
    Instant four = TEN.plus(Duration.ofHours(6));
    BookingCode first = in(database, o -> o.booked("hoerde", three)).code();
    BookingCode second = in(database, o -> o.booked("hoerde", four)).code();
    BookingCode entry = in(database, o -> o.waiting.join(earlierThan(second))).entry().code();

    in(
        database,
        o -> {
          o.booking.cancel(first, Actor.VISITOR);
          return null;
        });
    OfferView offer = in(database, o -> o.waiting.look(entry)).offer().orElseThrow();
    assertThat(offer.start()).isEqualTo(three);
    AppointmentView claimed = in(database, o -> o.waiting.claim(offer.token()));

    assertThat(claimed.code()).isEqualTo(second);
    assertThat(claimed.start()).isEqualTo(three);
    WaitlistView served = in(database, o -> o.waiting.look(entry));
    assertThat(served.state()).isEqualTo(WaitlistStatus.SERVED);
    assertThat(events.names()).contains("offer.made", "offer.claimed", "appointment.moved");
  }

  @ParameterizedTest
  @EnumSource
  void aCancelledSlotIsOfferedByMailToAVisitorWithAnAddress(TestDatabase database) {
    BookingDatabase.reset(database, hours(DayOfWeek.MONDAY, 15, 17, 1));
    BookingCode booked =
        in(database, o -> o.booked("hoerde", TEN.plus(Duration.ofHours(5)))).code();
    Optional<Contact> address = Optional.of(new Contact("a@example.org"));
    in(database, o -> o.waiting.join(WaitlistFixture.wish(Optional.empty(), address, "hoerde")));

    in(
        database,
        o -> {
          o.booking.cancel(booked, Actor.VISITOR);
          return null;
        });

    List<MailDraft> due = in(database, o -> o.posting.takeDue(10));
    assertThat(due).extracting(MailDraft::kind).containsExactly(LetterKind.OFFER);
  }

  @ParameterizedTest
  @EnumSource
  void anAddressIsDeletedWithItsAppointment(TestDatabase database) {
    BookingDatabase.reset(database, hours(DayOfWeek.MONDAY, 11, 13, 1));
    BookingDatabase.addHours(database, "eving", hours(DayOfWeek.MONDAY, 11, 13, 1));
    BookingCode lapsing =
        in(database, o -> o.booking.hold(leaving("hoerde", ELEVEN))).appointment().code();
    clock.passes(Appointment.HELD_FOR);
    // the hold has expired, although no job has run in Hörde
    BookingCode second =
        in(database, o -> o.booking.hold(leaving("eving", ELEVEN))).appointment().code();
    in(database, o -> o.booking.confirm(second, Optional.empty()));
    in(
        database,
        o -> {
          o.keeping.tend("hoerde");
          o.booking.cancel(second, Actor.VISITOR);
          return null;
        });
    assertThat(in(database, o -> o.booking.look(lapsing)).hasContact()).isFalse();
    assertThat(in(database, o -> o.booking.look(second)).hasContact()).isTrue();

    clock.is(ELEVEN.plus(Duration.ofMinutes(30)).plus(Retention.CONTACTS.duration()));
    in(
        database,
        o -> {
          o.forget();
          return null;
        });
    assertThat(in(database, o -> o.booking.look(second)).hasContact()).isFalse();
  }

  private static BookingWish leaving(String office, Instant start) {
    return new BookingWish(
        new Slot.Id(office, start),
        OfficeFixture.HOUSING,
        "de",
        Channel.OUTSIDE,
        Optional.of(new Contact("a@example.org")),
        Optional.empty(),
        Optional.empty());
  }

  private static WaitlistWish earlierThan(BookingCode code) {
    return new WaitlistWish(
        OfficeFixture.HOUSING,
        "de",
        Set.of("hoerde"),
        LocalDate.of(2026, 11, 23),
        LocalDate.of(2026, 12, 23),
        PartOfDay.ANY,
        Optional.of(code),
        Optional.empty(),
        Optional.empty());
  }
}
