package de.lokalwillkommen.core.ticketing;

import static de.lokalwillkommen.core.offices.OfficeFixture.hoerde;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.kernel.Refused;
import de.lokalwillkommen.core.offices.OfficeFixture;
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
  void noOtherTokenShowsIt() {
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
  void aVisitorWhoHasLeftByMistakeKeepsTheOldPlaceForTenSeconds() {
    TicketView behind = office.visitor();
    office.following.leave(token);
    office.clock.passes(Ticket.UNDO_WITHIN);
    assertThat(office.following.timeToStay(office.following.look(token))).isZero();

    TicketView stays = office.following.stay(token);

    assertThat(stays.status()).isEqualTo(TicketStatus.WAITING);
    assertThat(stays.number()).isEqualTo(ticket.number());
    assertThat(office.following.look(office.following.tokenFor(behind.id())).ahead()).isEqualTo(1);
    assertThat(office.events.names()).endsWith("ticket.cancelled", "ticket.stayed");
    assertThat(office.lines.find("hoerde").orElseThrow().waiting()).isEqualTo(2);
    assertThat(office.following.stay(token)).isEqualTo(stays);
  }

  @Test
  void afterTenSecondsLeavingIsFinal() {
    office.following.leave(token);
    assertThat(office.following.timeToStay(office.following.look(token)))
        .isEqualTo(Ticket.UNDO_WITHIN);
    office.clock.passes(Ticket.UNDO_WITHIN.plusMillis(1));

    assertRefused(Kind.CONFLICT, () -> office.following.stay(token));
    assertThat(office.following.timeToStay(office.following.look(token))).isZero();
  }

  @Test
  void aVisitorCannotUndoAnEndByACounsellor() {
    Ticket own = office.tickets.get(ticket.id());
    OfficeLine line = office.todaysLine.open(hoerde(), office.clock.instant());
    office.todaysLine.note(line, own, own.cancel(Actor.COUNSELLOR, office.clock.instant()));

    assertRefused(Kind.CONFLICT, () -> office.following.stay(token));
  }

  @Test
  void aWrongTopicIsCorrectedWithTheSameNumberAtTheSamePlace() {
    TicketView behind = office.visitor();

    TicketView right = office.following.correctTopic(token, OfficeFixture.LETTERS);

    assertThat(right.topic()).isEqualTo(OfficeFixture.LETTERS);
    assertThat(right.number()).isEqualTo(ticket.number());
    assertThat(right.ahead()).isEqualTo(ticket.ahead());
    assertThat(office.following.look(office.following.tokenFor(behind.id())).ahead()).isEqualTo(1);
    assertThat(office.tickets.listEvents(ticket.id()))
        .last()
        .satisfies(
            event -> {
              assertThat(event.action()).isEqualTo(TicketAction.CORRECT_TOPIC);
              assertThat(event.actor()).isEqualTo(Actor.VISITOR);
              assertThat(event.reason()).contains(OfficeFixture.HOUSING);
            });
    assertThat(office.following.correctTopic(token, OfficeFixture.LETTERS)).isEqualTo(right);
    assertThat(office.tickets.listEvents(ticket.id())).hasSize(2);
  }

  @Test
  void anUnknownTopicOrACalledTicketIsNotCorrected() {
    assertRefused(Kind.INVALID, () -> office.following.correctTopic(token, "nonsense"));

    office.following.leave(token);

    assertRefused(Kind.CONFLICT, () -> office.following.correctTopic(token, OfficeFixture.LETTERS));
  }

  @Test
  void aRepeatedRequestFindsTheTicketAfterItsTopicWasCorrected() {
    TicketRequest wish = TicketFixture.request(OfficeFixture.HOUSING, "de", "key");
    TicketView taken = office.issuing.walkIn("hoerde", wish).ticket();
    office.following.correctTopic(office.following.tokenFor(taken.id()), OfficeFixture.LETTERS);

    assertThat(office.issuing.walkIn("hoerde", wish).ticket().number()).isEqualTo(taken.number());
  }

  @Test
  void anAnsweredCallIsVisibleToAllReaders() {
    office.callTo(ticket, 3);

    TicketView answered = office.following.answerCall(token);
    office.following.answerCall(token);

    assertThat(answered.comingSince()).contains(office.clock.instant());
    assertThat(office.following.look(token)).isEqualTo(answered);
    assertThat(office.events.names())
        .containsExactly("ticket.issued", "ticket.called", "ticket.answered");
  }

  @Test
  void aVisitorWhoIsNotCalledHasNothingToAnswer() {
    assertRefused(Kind.CONFLICT, () -> office.following.answerCall(token));
  }

  @Test
  void aVisitorWhoAsksForMoreTimeReturnsToTheLine() {
    office.following.comeLater(token, 15);
    office.keeping.tend("hoerde");
    assertThat(office.following.look(token).status()).isEqualTo(TicketStatus.PARKED);

    office.clock.passes(Duration.ofMinutes(15));
    office.keeping.tend("hoerde");

    assertThat(office.following.look(token).status()).isEqualTo(TicketStatus.WAITING);
  }

  @Test
  void orEarlierIfTheyComeBackEarlier() {
    office.following.comeLater(token, 15);

    assertThat(office.following.comeBack(token).status()).isEqualTo(TicketStatus.WAITING);
  }

  @Test
  void thereIsALimitToMoreTime() {
    assertRefused(Kind.INVALID, () -> office.following.comeLater(token, 0));
    assertRefused(Kind.INVALID, () -> office.following.comeLater(token, 61));
  }

  @Test
  void oneMinuteIsTheLeastAndAnHourTheMost() {
    assertThat(office.following.comeLater(token, 60).backAt())
        .contains(office.clock.instant().plus(Duration.ofHours(1)));
    office.following.comeBack(token);
    assertThat(office.following.comeLater(token, 1).backAt())
        .contains(office.clock.instant().plus(Duration.ofMinutes(1)));

    assertThat(office.tickets.listEvents(ticket.id()))
        .extracting(TicketEvent::action)
        .containsExactly(
            TicketAction.ISSUE, TicketAction.PARK, TicketAction.RESUME, TicketAction.PARK);
    assertThat(office.tickets.listEvents(ticket.id()))
        .extracting(TicketEvent::actor)
        .containsExactly(Actor.KIOSK, Actor.VISITOR, Actor.VISITOR, Actor.VISITOR);
  }

  @Test
  void aVisitorWhoHasLeftCannotAskForMoreTime() {
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
  void twoHoursAfterClosingAnEndedVisitIsGoneAndAnOpenOneIsNot() {
    TicketingOffice until12 = new TicketingOffice(OfficeFixture.eving());
    String left =
        until12.following.tokenFor(until12.visitorIn("eving", OfficeFixture.HOUSING, "de").id());
    String waiting =
        until12.following.tokenFor(until12.visitorIn("eving", OfficeFixture.HOUSING, "de").id());
    until12.clock.passes(Duration.ofMinutes(210));
    until12.following.leave(left);

    until12.clock.passes(Duration.ofMinutes(29));
    assertThat(until12.following.look(left).status()).isEqualTo(TicketStatus.CANCELLED);

    until12.clock.passes(Duration.ofMinutes(1));
    assertRefused(Kind.GONE, () -> until12.following.look(left));
    assertThat(until12.following.look(waiting).status()).isEqualTo(TicketStatus.WAITING);
  }

  @Test
  void thePageOfADeletedTicketIsGoneAndNotUnknown() {
    String deleted = office.following.tokenFor(987_654_321);

    assertRefused(Kind.GONE, () -> office.following.look(deleted));
  }

  @Test
  void onTheNextDayEveryPageIsGone() {
    office.clock.passes(Duration.ofDays(1));

    assertRefused(Kind.GONE, () -> office.following.look(token));
  }
}
