package de.lokalwillkommen.core.ticketing;

import static de.lokalwillkommen.core.ticketing.TicketFixture.TEN;
import static de.lokalwillkommen.core.ticketing.TicketFixture.aTicket;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.lokalwillkommen.core.kernel.Refused;
import java.time.Duration;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TicketTest {

  private static final long ROOM_3 = 3;
  private static final long ROOM_4 = 4;

  private static void assertRefused(String key, String state, ThrowingCallable action) {
    assertThatThrownBy(action)
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> {
              assertThat(refused.refusal().key()).isEqualTo(key);
              assertThat(refused.refusal().facts()).containsEntry("state", state);
            });
  }

  @Nested
  class WhenWaiting {

    private final Ticket ticket = aTicket().build();

    @Test
    void itHasTheFirstNumberOfItsSeries() {
      assertThat(ticket.number()).hasToString("A001");
    }

    @Test
    void itCanBeCalled() {
      TicketEvent event = ticket.callTo(ROOM_3, 7, TEN.plusSeconds(60));

      assertThat(ticket.status()).isEqualTo(TicketStatus.CALLED);
      assertThat(ticket.counter()).contains(ROOM_3);
      assertThat(ticket.callSeq()).contains(7L);
      assertThat(event.from()).contains(TicketStatus.WAITING);
      assertThat(event.to()).isEqualTo(TicketStatus.CALLED);
      assertThat(event.at()).isEqualTo(TEN.plusSeconds(60));
    }

    @Test
    void itCannotBeFinishedOrMissed() {
      assertRefused("ticket.notNow", "WAITING", () -> ticket.finish(Outcome.about("housing"), TEN));
      assertRefused("ticket.notNow", "WAITING", () -> ticket.noShow(TEN));
      assertRefused("ticket.notNow", "WAITING", () -> ticket.recall(3, TEN));
      assertRefused("ticket.notNow", "WAITING", () -> ticket.putBack(TEN));
      assertRefused("ticket.notNow", "WAITING", () -> ticket.resume(Actor.COUNSELLOR, TEN));
    }

    @Test
    void theVisitorMayLeave() {
      ticket.cancel(Actor.VISITOR, TEN);

      assertThat(ticket.status()).isEqualTo(TicketStatus.CANCELLED);
      assertThat(ticket.endedAt()).contains(TEN);
    }

    @Test
    void theVisitorMayAskForMoreTimeAndKeepsThePlace() {
      ticket.park(TEN.plus(Duration.ofMinutes(15)), Actor.VISITOR, TEN);
      ticket.resume(Actor.SCHEDULE, TEN.plus(Duration.ofMinutes(15)));

      assertThat(ticket.status()).isEqualTo(TicketStatus.WAITING);
      assertThat(ticket.key()).isEqualTo(TEN);
    }

    @Test
    void urgentTwiceAddsNothingButReplacesTheReason() {
      ticket.hasten("medicine", Duration.ofMinutes(60), TEN);
      ticket.hasten("a court date", Duration.ofMinutes(60), TEN.plusSeconds(5));

      assertThat(ticket.key()).isEqualTo(TEN.minus(Duration.ofMinutes(60)));
      assertThat(ticket.urgentReason()).contains("a court date");
    }

    @Test
    void thereIsNothingToUndo() {
      assertRefused("ticket.tooLateToUndo", "WAITING", () -> ticket.undo(TEN));
    }
  }

  @Nested
  class WhenCalled {

    private final Ticket ticket = aTicket().calledTo(ROOM_3);

    @Test
    void itCannotBeCalledToAnotherCounter() {
      assertRefused("ticket.notNow", "CALLED", () -> ticket.callTo(ROOM_4, 2, TEN));
    }

    @Test
    void itCanBeCalledAgainAsOftenAsTheOfficeAllows() {
      ticket.recall(2, TEN);
      ticket.recall(2, TEN);

      assertThat(ticket.recalls()).isEqualTo(2);
      assertRefused("ticket.recalledOften", "CALLED", () -> ticket.recall(2, TEN));
    }

    @Test
    void aVisitorWhoDoesNotComeIsANoShowAndMayBeResumed() {
      ticket.noShow(TEN);
      assertThat(ticket.status()).isEqualTo(TicketStatus.NO_SHOW);

      ticket.resume(Actor.COUNSELLOR, TEN);
      assertThat(ticket.status()).isEqualTo(TicketStatus.WAITING);
      assertThat(ticket.counter()).isEmpty();
    }

    @Test
    void theVisitorAnswersACallOnce() {
      TicketEvent event = ticket.answerCall(TEN.plusSeconds(4)).orElseThrow();

      assertThat(event.action()).isEqualTo(TicketAction.COMING);
      assertThat(event.actor()).isEqualTo(Actor.VISITOR);
      assertThat(event.to()).isEqualTo(TicketStatus.CALLED);
      assertThat(ticket.comingSince()).contains(TEN.plusSeconds(4));
      assertThat(ticket.answerCall(TEN.plusSeconds(5))).isEmpty();
      assertThat(ticket.comingSince()).contains(TEN.plusSeconds(4));
    }

    @Test
    void theNextCallWantsAnAnswerOfItsOwn() {
      ticket.answerCall(TEN);
      ticket.recall(2, TEN);
      assertThat(ticket.comingSince()).isEmpty();

      ticket.answerCall(TEN);
      ticket.putBack(TEN);
      assertThat(ticket.comingSince()).isEmpty();
      assertRefused("ticket.notNow", "WAITING", () -> ticket.answerCall(TEN));
    }

    @Test
    void aMisclickCanBeUndoneAlthoughTheVisitorHasAnsweredMeanwhile() {
      ticket.answerCall(TEN.plusSeconds(4));

      ticket.undo(TEN.plusSeconds(5));

      assertThat(ticket.status()).isEqualTo(TicketStatus.WAITING);
      assertThat(ticket.comingSince()).isEmpty();
    }

    @Test
    void aMisclickCanBeUndoneForTenSeconds() {
      ticket.undo(TEN.plusSeconds(10));

      assertThat(ticket.status()).isEqualTo(TicketStatus.WAITING);
      assertThat(ticket.counter()).isEmpty();
    }

    @Test
    void aVisitorWhoHasLeftIsNotBroughtBackByIt() {
      ticket.cancel(Actor.VISITOR, TEN);

      assertRefused("ticket.tooLateToUndo", "CANCELLED", () -> ticket.undo(TEN));
    }

    @Test
    void aVisitorAtACounterIsParkedByStaffOnly() {
      ticket.start(TEN);

      assertRefused(
          "ticket.notNow", "SERVING", () -> ticket.park(TEN.plusSeconds(60), Actor.VISITOR, TEN));
      ticket.park(TEN.plusSeconds(60), Actor.COUNSELLOR, TEN);
      assertThat(ticket.status()).isEqualTo(TicketStatus.PARKED);
    }

    @Test
    void butNotLater() {
      assertRefused(
          "ticket.tooLateToUndo", "CALLED", () -> ticket.undo(TEN.plusSeconds(10).plusMillis(1)));
    }

    @Test
    void anActionCanBeUndoneOnlyOnce() {
      ticket.undo(TEN);

      assertRefused("ticket.tooLateToUndo", "WAITING", () -> ticket.undo(TEN));
    }

    @Test
    void undoLeavesATraceWithItsOwnTime() {
      TicketEvent event = ticket.undo(TEN.plusSeconds(5));

      assertThat(event.action()).isEqualTo(TicketAction.UNDO);
      assertThat(event.from()).contains(TicketStatus.CALLED);
      assertThat(event.at()).isEqualTo(TEN.plusSeconds(5));
    }
  }

  @Nested
  class WhenServing {

    private final Ticket ticket = aTicket().calledTo(ROOM_3);

    WhenServing() {
      ticket.start(TEN.plusSeconds(30));
    }

    @Test
    void itCanBeFinishedAndThatUndone() {
      ticket.finish(Outcome.about("housing"), TEN.plusSeconds(60));
      assertThat(ticket.status()).isEqualTo(TicketStatus.DONE);

      ticket.undo(TEN.plusSeconds(65));
      assertThat(ticket.status()).isEqualTo(TicketStatus.SERVING);
      assertThat(ticket.servingSince()).contains(TEN.plusSeconds(30));
      assertThat(ticket.counter()).contains(ROOM_3);
      assertThat(ticket.endedAt()).isEmpty();
    }

    @Test
    void itCannotBeANoShowAnyMore() {
      assertRefused("ticket.notNow", "SERVING", () -> ticket.noShow(TEN));
      assertRefused("ticket.notNow", "SERVING", () -> ticket.cancel(Actor.COUNSELLOR, TEN));
    }

    @Test
    void anActionBeforeATakeOverIsFinal() {
      ticket.takeOver(ROOM_4, 2, "ill", TEN.plusSeconds(31));

      assertThat(ticket.counter()).contains(ROOM_4);
      assertThat(ticket.servingSince()).contains(TEN.plusSeconds(30));
      assertThat(ticket.undoableUntil()).isEmpty();
      assertRefused("ticket.tooLateToUndo", "SERVING", () -> ticket.undo(TEN.plusSeconds(32)));
    }

    @Test
    void aTransferKeepsTheNumberAndTheTimeAlreadyWaited() {
      ticket.transfer(
          new Transfer(Optional.of("letters"), Optional.of(ROOM_4), Optional.empty()),
          TEN.plusSeconds(90));

      assertThat(ticket.status()).isEqualTo(TicketStatus.WAITING);
      assertThat(ticket.number()).hasToString("A001");
      assertThat(ticket.key()).isEqualTo(TEN);
      assertThat(ticket.topic()).isEqualTo("letters");
      assertThat(ticket.forCounter()).contains(ROOM_4);
    }
  }

  @Nested
  class WhenHandedOn {

    private final Ticket ticket = aTicket().calledTo(ROOM_3);

    WhenHandedOn() {
      ticket.start(TEN.plusSeconds(30));
      ticket.transfer(
          new Transfer(Optional.of("letters"), Optional.of(ROOM_4), Optional.of("eving")),
          TEN.plusSeconds(90));
    }

    @Test
    void itCanBeUndoneUntilItIsTaken() {
      assertThat(ticket.isHandedOn()).isTrue();
      assertThat(ticket.undoableUntil()).isEmpty();

      ticket.undo(TEN.plusSeconds(3600));

      assertThat(ticket.status()).isEqualTo(TicketStatus.SERVING);
      assertThat(ticket.counter()).contains(ROOM_3);
      assertThat(ticket.servingSince()).contains(TEN.plusSeconds(30));
      assertThat(ticket.office()).isEqualTo("hoerde");
      assertThat(ticket.topic()).isEqualTo("housing");
      assertThat(ticket.forCounter()).isEmpty();
      assertThat(ticket.isHandedOn()).isFalse();
      assertRefused("ticket.tooLateToUndo", "SERVING", () -> ticket.undo(TEN.plusSeconds(3600)));
    }

    @Test
    void butNotOnceTheTicketWasChanged() {
      ticket.callTo(ROOM_4, 2, TEN.plusSeconds(100));
      ticket.putBack(TEN.plusSeconds(105));

      assertThat(ticket.isHandedOn()).isFalse();
      ticket.undo(TEN.plusSeconds(110));
      assertThat(ticket.status()).isEqualTo(TicketStatus.CALLED);
      assertThat(ticket.office()).isEqualTo("eving");
    }

    @Test
    void norOnceItWasTakenAndPutBack() {
      ticket.callTo(ROOM_4, 2, TEN.plusSeconds(100));
      ticket.putBack(TEN.plusSeconds(105));

      assertRefused("ticket.tooLateToUndo", "WAITING", () -> ticket.undo(TEN.plusSeconds(116)));
    }

    @Test
    void norOnceItWasCalledUrgentThere() {
      ticket.hasten("medicine", Duration.ofMinutes(60), TEN.plusSeconds(100));

      assertThat(ticket.isHandedOn()).isFalse();
      assertRefused("ticket.tooLateToUndo", "WAITING", () -> ticket.undo(TEN.plusSeconds(101)));
    }

    @Test
    void norOnceTheVisitorCorrectedTheTopicThere() {
      ticket.correctTopic("work", Actor.VISITOR, TEN.plusSeconds(100));

      assertThat(ticket.isHandedOn()).isFalse();
      assertRefused("ticket.tooLateToUndo", "WAITING", () -> ticket.undo(TEN.plusSeconds(101)));
      assertThat(ticket.topic()).isEqualTo("work");
    }

    @Test
    void norOnceTheVisitorAskedForMoreTime() {
      ticket.park(TEN.plusSeconds(600), Actor.VISITOR, TEN.plusSeconds(100));

      assertRefused("ticket.tooLateToUndo", "PARKED", () -> ticket.undo(TEN.plusSeconds(101)));
    }
  }

  @Test
  void everyChangeHasANumberOfItsOwn() {
    Ticket ticket = aTicket().build();
    assertThat(ticket.step()).isZero();
    ticket.correctTopic("letters", Actor.VISITOR, TEN);
    assertThat(ticket.step()).isEqualTo(1);
    ticket.hasten("medicine", Duration.ofMinutes(60), TEN);
    assertThat(ticket.step()).isEqualTo(2);
    ticket.callTo(ROOM_3, 1, TEN);
    assertThat(ticket.step()).isEqualTo(3);
    ticket.undo(TEN);
    assertThat(ticket.step()).isEqualTo(4);
  }

  @Test
  void theViewSaysWhatCanBeUndoneOrRecalled() {
    Ticket ticket = aTicket().build();
    assertThat(ticket.undoableUntil()).isEmpty();
    assertThat(ticket.isRecallable(1)).isFalse();

    ticket.callTo(ROOM_3, 1, TEN.plusSeconds(5));
    assertThat(ticket.calledAt()).contains(TEN.plusSeconds(5));
    assertThat(ticket.undoableUntil()).contains(TEN.plusSeconds(15));
    assertThat(ticket.isRecallable(1)).isTrue();
    assertThat(ticket.isRecallable(0)).isFalse();

    ticket.recall(1, TEN.plusSeconds(6));
    assertThat(ticket.isRecallable(1)).isFalse();
    assertThat(ticket.isRecallable(2)).isTrue();
    ticket.start(TEN.plusSeconds(7));
    assertThat(ticket.isRecallable(2)).isFalse();
  }

  @Test
  void onlyTheNamedActionIsUndone() {
    Ticket ticket = aTicket().calledTo(ROOM_3);
    int called = ticket.step();
    ticket.start(TEN.plusSeconds(1));

    assertRefused("ticket.doneSince", "SERVING", () -> ticket.undo(called, TEN.plusSeconds(2)));

    ticket.undo(ticket.step(), TEN.plusSeconds(2));
    assertThat(ticket.status()).isEqualTo(TicketStatus.CALLED);
  }

  @Test
  void theLanguageCanBeCorrectedAndThatLeavesATrace() {
    Ticket ticket = aTicket().calledTo(ROOM_3);
    int called = ticket.step();

    TicketEvent event = ticket.correctLanguage("ar", TEN.plusSeconds(3));

    assertThat(ticket.language()).isEqualTo("ar");
    assertThat(event.action()).isEqualTo(TicketAction.CORRECT_LANGUAGE);
    assertThat(event.reason()).contains("de -> ar");
    assertThatThrownBy(() -> ticket.correctLanguage("ar", TEN.plusSeconds(4)))
        .isInstanceOf(Refused.class);
    ticket.undo(called, TEN.plusSeconds(5));
    assertThat(ticket.status()).isEqualTo(TicketStatus.WAITING);
    assertThat(ticket.language()).isEqualTo("ar");
  }

  @Nested
  class WhenOver {

    @Test
    void nothingLeadsBackFromDoneButUndo() {
      Ticket ticket = aTicket().calledTo(ROOM_3);
      ticket.start(TEN);
      ticket.finish(Outcome.about("housing"), TEN);

      assertRefused("ticket.notNow", "DONE", () -> ticket.start(TEN));
      assertRefused("ticket.notNow", "DONE", () -> ticket.resume(Actor.COUNSELLOR, TEN));
      assertRefused(
          "ticket.notNow",
          "DONE",
          () ->
              ticket.transfer(
                  new Transfer(Optional.of("letters"), Optional.empty(), Optional.empty()), TEN));
    }
  }
}
