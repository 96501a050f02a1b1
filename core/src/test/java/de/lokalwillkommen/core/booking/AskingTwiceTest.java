package de.lokalwillkommen.core.booking;

import static de.lokalwillkommen.core.ticketing.TicketFixture.TEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.kernel.Refused;
import de.lokalwillkommen.core.kernel.RequestKey;
import de.lokalwillkommen.core.offices.OfficeFixture;
import de.lokalwillkommen.core.ticketing.Actor;
import de.lokalwillkommen.core.waitlist.PartOfDay;
import de.lokalwillkommen.core.waitlist.UsingWaitlist;
import de.lokalwillkommen.core.waitlist.WaitlistView;
import de.lokalwillkommen.core.waitlist.WaitlistWish;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that are repeated, and requests that are almost the same. */
class AskingTwiceTest {

  private static final Instant ELEVEN = TEN.plus(Duration.ofHours(1));
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  private final BookingDesk desk =
      new BookingDesk(OfficeFixture.hoerde())
          .with("hoerde", BookingOffice.hours(DayOfWeek.MONDAY, 11, 13, 1));

  private static WaitlistWish wish(LocalDate lastDay) {
    return new WaitlistWish(
        OfficeFixture.HOUSING,
        "de",
        Set.of("hoerde"),
        TODAY,
        lastDay,
        PartOfDay.ANY,
        Optional.empty(),
        Optional.empty(),
        Optional.of(new RequestKey("key")));
  }

  @Test
  void theSameKeyIsTheSamePlaceOnTheWaitlist() {
    BookingCode code = desk.waiting.join(wish(TODAY)).entry().code();

    UsingWaitlist.Joined again = desk.waiting.join(wish(TODAY));

    assertThat(again.isNew()).isFalse();
    assertThat(again.entry().code()).isEqualTo(code);
  }

  @Test
  void aPlaceIsFoundByItsKeyWithoutJoiningAgain() {
    assertThat(desk.waiting.findEarlier(wish(TODAY))).isEmpty();

    WaitlistView joined = desk.waiting.join(wish(TODAY)).entry();

    assertThat(desk.waiting.findEarlier(wish(TODAY)))
        .contains(new UsingWaitlist.Joined(joined, false));
    assertThatThrownBy(() -> desk.waiting.findEarlier(wish(TODAY.plusDays(1))))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.refusal().kind()).isEqualTo(Kind.INVALID));
  }

  @Test
  void aKeyOfTheWaitlistUsedForSomethingElseIsRefused() {
    desk.waiting.join(wish(TODAY));

    assertThatThrownBy(() -> desk.waiting.join(wish(TODAY.plusDays(1))))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.refusal().kind()).isEqualTo(Kind.INVALID));
  }

  @Test
  void theSameKeyForTheSameAppointmentIsTheSameEntryForAnyTopic() {
    BookingCode own = desk.booked("hoerde", ELEVEN).code();
    WaitlistWish wish = earlierThan(own, OfficeFixture.LETTERS);
    BookingCode code = desk.waiting.join(wish).entry().code();

    assertThat(desk.waiting.join(wish).entry().code()).isEqualTo(code);
    desk.clock.passes(Duration.ofDays(3));
    assertThat(desk.waiting.join(wish).entry().code()).isEqualTo(code);
  }

  @Test
  void theSameKeyForAnotherAppointmentIsRefused() {
    BookingCode own = desk.booked("hoerde", ELEVEN).code();
    BookingCode other = desk.booked("hoerde", ELEVEN.plus(Duration.ofMinutes(30))).code();
    desk.waiting.join(earlierThan(own, OfficeFixture.HOUSING));

    assertThatThrownBy(() -> desk.waiting.join(earlierThan(other, OfficeFixture.HOUSING)))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.refusal().kind()).isEqualTo(Kind.INVALID));
  }

  private static WaitlistWish earlierThan(BookingCode appointment, String topic) {
    return new WaitlistWish(
        topic,
        "de",
        Set.of("hoerde"),
        TODAY,
        TODAY.plusYears(7000),
        PartOfDay.ANY,
        Optional.of(appointment),
        Optional.empty(),
        Optional.of(new RequestKey("key")));
  }

  @Test
  void aCancelledAppointmentIsNotMovedEvenToItsOwnTime() {
    AppointmentView appointment = desk.booked("hoerde", ELEVEN);
    desk.booking.cancel(appointment.code(), Actor.VISITOR);

    assertThatThrownBy(
            () ->
                desk.booking.move(
                    appointment.code(), new Slot.Id("hoerde", ELEVEN), Channel.OUTSIDE))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.refusal().facts()).containsEntry("state", "CANCELLED"));
  }

  @Test
  void aSlotIsFoundByItsIdentifier() {
    Slot.Id id = new Slot.Id("innenstadt-west", ELEVEN);

    assertThat(id).hasToString("innenstadt-west_20261123T1000Z");
    assertThat(Slot.Id.find(id.toString())).contains(id);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "hoerde",
        "_20261123T1000Z",
        "hoerde_20261323T1000Z",
        "hoerde_-20261123T1000Z",
        "hoerde_+9999999991123T1000Z",
        "hoerde_2026-11-23T10:00Z"
      })
  void anInvalidIdentifierIsNoSlot(String text) {
    assertThat(Slot.Id.find(text)).isEmpty();
  }
}
