package de.lokalwillkommen.core.ticketing;

import static de.lokalwillkommen.core.offices.OfficeFixture.hoerde;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.kernel.Refused;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class FollowingTicketsTest {

  private final TicketingOffice office = new TicketingOffice(hoerde());
  private final TicketView ticket = office.visitor();
  private final String token = office.following.tokenFor(ticket.id());

  private static void assertRefused(Kind kind, ThrowingCallable action) {
    assertThatThrownBy(action)
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.refusal().kind()).isEqualTo(kind));
  }

  @Test
  void aVisitorSeesTheTicketByItsToken() {
    assertThat(office.following.look(token)).isEqualTo(ticket);
  }

  @Test
  void nobodyElseDoes() {
    assertRefused(Kind.UNKNOWN, () -> office.following.look("A001"));
  }

  @Test
  void leavingTwiceIsLeavingOnce() {
    office.following.leave(token);
    office.following.leave(token);

    assertThat(office.following.look(token).status()).isEqualTo(TicketStatus.CANCELLED);
    assertThat(office.events.names()).containsExactly("ticket.issued", "ticket.cancelled");
    assertThat(office.lines.find("hoerde").orElseThrow().waiting()).isZero();
  }

  @Test
  void leavingTwiceAtOnceIsLeavingOnce() {
    office.lines.whileWaiting(() -> office.following.leave(token));

    office.following.leave(token);

    assertThat(office.events.names()).containsExactly("ticket.issued", "ticket.cancelled");
    assertThat(office.lines.find("hoerde").orElseThrow().waiting()).isZero();
  }

  @Test
  void whoAnswersACallIsSeenToBeOnTheWayByAllWhoLook() {
    office.callTo(ticket, 3);

    TicketView answered = office.following.answerCall(token);
    office.following.answerCall(token);

    assertThat(answered.comingSince()).contains(office.clock.instant());
    assertThat(office.following.look(token)).isEqualTo(answered);
    assertThat(office.events.names())
        .containsExactly("ticket.issued", "ticket.called", "ticket.answered");
  }

  @Test
  void whoIsNotCalledHasNothingToAnswer() {
    assertRefused(Kind.CONFLICT, () -> office.following.answerCall(token));
  }

  @Test
  void whoAsksForMoreTimeComesBackByItself() {
    office.following.comeLater(token, 15);
    office.keeping.tend("hoerde");
    assertThat(office.following.look(token).status()).isEqualTo(TicketStatus.PARKED);

    office.clock.passes(Duration.ofMinutes(15));
    office.keeping.tend("hoerde");

    assertThat(office.following.look(token).status()).isEqualTo(TicketStatus.WAITING);
  }

  @Test
  void orEarlierIfTheySaySo() {
    office.following.comeLater(token, 15);

    assertThat(office.following.comeBack(token).status()).isEqualTo(TicketStatus.WAITING);
  }

  @Test
  void thereIsALimitToMoreTime() {
    assertRefused(Kind.INVALID, () -> office.following.comeLater(token, 0));
    assertRefused(Kind.INVALID, () -> office.following.comeLater(token, 61));
  }

  @Test
  void whoHasLeftCannotAskForMoreTime() {
    office.following.leave(token);

    assertRefused(Kind.CONFLICT, () -> office.following.comeLater(token, 15));
  }

  @Test
  void twoHoursAfterTheVisitThePageIsGone() {
    office.following.leave(token);
    office.clock.passes(Duration.ofHours(2));
    assertThat(office.following.look(token).status()).isEqualTo(TicketStatus.CANCELLED);
    office.clock.passes(Duration.ofMillis(1));

    assertRefused(Kind.GONE, () -> office.following.look(token));
  }

  @Test
  void onTheNextDayEveryPageIsGone() {
    office.clock.passes(Duration.ofDays(1));

    assertRefused(Kind.GONE, () -> office.following.look(token));
  }
}
