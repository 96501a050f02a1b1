package de.lokalwillkommen.core.waitlist;

import static de.lokalwillkommen.core.booking.BookingOffice.hours;
import static de.lokalwillkommen.core.kernel.Refusals.refusalOf;
import static de.lokalwillkommen.core.offices.OfficeFixture.HOUSING;
import static de.lokalwillkommen.core.ticketing.TicketFixture.TEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import de.lokalwillkommen.core.booking.AppointmentView;
import de.lokalwillkommen.core.booking.BookingCode;
import de.lokalwillkommen.core.booking.BookingDesk;
import de.lokalwillkommen.core.booking.Contact;
import de.lokalwillkommen.core.kernel.Changed;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.offices.OfficeFixture;
import de.lokalwillkommen.core.staff.Role;
import de.lokalwillkommen.core.staff.SignedIn;
import de.lokalwillkommen.core.ticketing.Actor;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WaitlistByStaffTest {

  private static final Instant NEXT_MONDAY = TEN.plus(Duration.ofDays(7).plusHours(1));

  private final BookingDesk desk =
      new BookingDesk(OfficeFixture.hoerde(), OfficeFixture.eving())
          .with("hoerde", hours(DayOfWeek.MONDAY, 11, 13, 1))
          .with("eving", hours(DayOfWeek.MONDAY, 11, 13, 1));
  private final WaitlistByStaff byStaff = desk.waitlistByStaff;
  private final SignedIn me = signedIn(Role.COUNSELLOR, "hoerde");

  private static SignedIn signedIn(Role role, String office) {
    return new SignedIn(1, "x", "X", Set.of(role), Optional.of(office), Optional.empty(), "csrf");
  }

  private BookingCode add(Optional<Contact> contact, String... offices) {
    return byStaff.add(me, WaitlistFixture.wish(Optional.empty(), contact, offices));
  }

  @Test
  void thoseWhoWaitForTheOfficeAreListedInOrderWithoutTheirAddresses() {
    BookingCode first = add(Optional.of(new Contact("a@example.org")), "hoerde");
    desk.clock.is(TEN.plusSeconds(60));
    BookingCode second = add(Optional.empty(), "hoerde", "eving");
    desk.waiting.join(WaitlistFixture.forHousing("eving"));

    assertThat(byStaff.list(me))
        .extracting(WaitingView::code, WaitingView::hasContact, WaitingView::since)
        .containsExactly(tuple(first, true, TEN), tuple(second, false, TEN.plusSeconds(60)));
    assertThat(byStaff.list(me).toString()).doesNotContain("example.org");
  }

  @Test
  void anOpenOfferIsShownUntilItExpiresAndGoesToTheNextWhenTakenBack() {
    AppointmentView booked = desk.booked("hoerde", NEXT_MONDAY);
    BookingCode first = add(Optional.empty(), "hoerde");
    BookingCode second = add(Optional.empty(), "hoerde");
    desk.booking.cancel(booked.code(), Actor.VISITOR);
    WaitingView.OpenOffer offer = byStaff.list(me).get(0).offer().orElseThrow();
    assertThat(offer.start()).isEqualTo(NEXT_MONDAY);
    assertThat(byStaff.list(me).get(1).offer()).isEmpty();

    byStaff.takeBack(me, first);

    assertThat(byStaff.list(me)).extracting(WaitingView::code).containsExactly(first, second);
    assertThat(byStaff.list(me).get(0).offer()).isEmpty();
    assertThat(byStaff.list(me).get(1).offer()).isPresent();
    assertThat(refusalOf(() -> byStaff.takeBack(me, first)).kind()).isEqualTo(Kind.GONE);
    desk.clock.is(offer.until());
    assertThat(byStaff.list(me).get(1).offer()).isEmpty();
  }

  @Test
  void aPersonIsTakenOffAndTheHistoryKeepsNeitherCodeNorTopic() {
    BookingCode code = add(Optional.of(new Contact("a@example.org")), "hoerde");

    byStaff.remove(me, code);
    byStaff.remove(me, code);

    assertThat(byStaff.list(me)).isEmpty();
    assertThat(desk.waiting.look(code).state()).isEqualTo(WaitlistStatus.LEFT);
    assertThat(desk.events.published(Changed.class))
        .extracting(Changed::action)
        .containsExactly("ADD", "REMOVE");
    assertThat(desk.events.published(Changed.class).toString())
        .doesNotContain(code.value(), HOUSING, "example.org");
  }

  @Test
  void theWaitlistOfAnotherOfficeIsUnknown() {
    BookingCode elsewhere = desk.waiting.join(WaitlistFixture.forHousing("eving")).entry().code();
    SignedIn auditor = signedIn(Role.AUDITOR, "hoerde");

    assertThat(
            Stream.<Runnable>of(
                    () -> add(Optional.empty(), "eving"),
                    () -> byStaff.remove(me, elsewhere),
                    () -> byStaff.takeBack(me, elsewhere),
                    () -> byStaff.list(auditor))
                .map(asked -> refusalOf(asked::run).kind()))
        .containsOnly(Kind.UNKNOWN);
    assertThat(desk.waiting.look(elsewhere).state()).isEqualTo(WaitlistStatus.WAITING);
  }
}
