package de.lokalwillkommen.core.calling;

import static de.lokalwillkommen.core.offices.OfficeFixture.COUNTER_1;
import static de.lokalwillkommen.core.offices.OfficeFixture.COUNTER_2;
import static de.lokalwillkommen.core.offices.OfficeFixture.HOUSING;
import static de.lokalwillkommen.core.offices.OfficeFixture.LETTERS;
import static de.lokalwillkommen.core.offices.OfficeFixture.eving;
import static de.lokalwillkommen.core.offices.OfficeFixture.hoerde;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.lokalwillkommen.core.calling.CallingTickets.Turn;
import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.kernel.Refused;
import de.lokalwillkommen.core.offices.Office;
import de.lokalwillkommen.core.offices.Topic;
import de.lokalwillkommen.core.staff.Counsellor;
import de.lokalwillkommen.core.staff.CounterShift;
import de.lokalwillkommen.core.staff.Desks;
import de.lokalwillkommen.core.staff.InMemoryStaff;
import de.lokalwillkommen.core.staff.OwnShift;
import de.lokalwillkommen.core.staff.PasswordHash;
import de.lokalwillkommen.core.staff.Presence;
import de.lokalwillkommen.core.staff.Role;
import de.lokalwillkommen.core.staff.SignedIn;
import de.lokalwillkommen.core.staff.Skills;
import de.lokalwillkommen.core.staff.TakingShifts;
import de.lokalwillkommen.core.ticketing.Actor;
import de.lokalwillkommen.core.ticketing.Outcome;
import de.lokalwillkommen.core.ticketing.Referral;
import de.lokalwillkommen.core.ticketing.Ticket;
import de.lokalwillkommen.core.ticketing.TicketAction;
import de.lokalwillkommen.core.ticketing.TicketEvent;
import de.lokalwillkommen.core.ticketing.TicketFixture;
import de.lokalwillkommen.core.ticketing.TicketRequest;
import de.lokalwillkommen.core.ticketing.TicketStatus;
import de.lokalwillkommen.core.ticketing.TicketView;
import de.lokalwillkommen.core.ticketing.TicketingOffice;
import de.lokalwillkommen.core.ticketing.Transfer;
import de.lokalwillkommen.core.today.InMemoryDayMemory;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CallingTicketsTest {

  private static final Transfer TO_EVING =
      new Transfer(Optional.empty(), Optional.empty(), Optional.of("eving"));

  private final TicketingOffice office = new TicketingOffice(hoerde(), eving());
  private final InMemoryStaff staff = new InMemoryStaff();
  private final InMemoryDayMemory memory = new InMemoryDayMemory();
  private final Desks desks = new Desks(staff, office.clock);
  private final TakingShifts shifts = new TakingShifts(staff, office.events, office.clock);
  private final CallingTickets calling = CallingFixture.calling(office, desks, memory, shifts);
  private final CorrectingTickets correcting = CallingFixture.correcting(office, desks, memory);
  private final Lines lines =
      new Lines(office.offices, office.lines, office.tickets, desks, office.clock);
  private final SignedIn me = at("hoerde", COUNTER_1);

  private static SignedIn at(String office, long counter) {
    return at(office, counter, Role.COUNSELLOR);
  }

  private static SignedIn at(String office, long counter, Role role) {
    return new SignedIn(
        1,
        "counsellor",
        "Beratung 1",
        Set.of(role),
        Optional.of(office),
        Optional.of(counter),
        "csrf");
  }

  private static void assertRefused(Kind kind, ThrowingCallable action) {
    assertThatThrownBy(action)
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.refusal().kind()).isEqualTo(kind));
  }

  private int waiting() {
    return office.lines.find("hoerde").orElseThrow().waiting();
  }

  @Test
  void twoCountersGetTwoVisitorsInTheOrderTheyCame() {
    office.visitor();
    office.clock.passes(Duration.ofMinutes(1));
    office.visitor();

    assertThat(calling.next(me, COUNTER_1)).map(TicketView::number).contains("A001");
    assertThat(calling.next(me, COUNTER_2)).map(TicketView::number).contains("A002");
    assertThat(calling.next(me, COUNTER_1)).isEmpty();
    assertThat(waiting()).isZero();
  }

  @Test
  void aCallThatIsRefusedDoesNotEndABreak() {
    work(COUNTER_1, me.counsellor(), Set.of());
    TicketView served = office.visitor();
    calling.next(me, COUNTER_2);
    shifts.turnTo(me.counsellor(), Presence.BREAK);

    assertRefused(Kind.UNKNOWN, () -> calling.next(me, 99));
    assertRefused(Kind.UNKNOWN, () -> calling.call(at("eving", COUNTER_1), served.id()));
    assertRefused(Kind.CONFLICT, () -> calling.call(me, served.id()));
    assertThat(calling.nextUnlessBusy(me, COUNTER_2).busy()).isTrue();
    assertThat(presence()).isEqualTo(Presence.BREAK);

    calling.next(me, COUNTER_1);
    assertThat(presence()).isEqualTo(Presence.AVAILABLE);
  }

  @Test
  void aCounsellorWhoComesBackBesideAColleagueGetsThoseWhomTheyUnderstand() {
    work(COUNTER_1, me.counsellor(), Set.of());
    work(COUNTER_2, 2, Set.of("tr"));
    shifts.turnTo(me.counsellor(), Presence.BREAK);
    office.visitorIn("hoerde", HOUSING, "tr");
    office.clock.passes(Duration.ofMinutes(1));
    TicketView german = office.visitor();
    assertThat(desks.staffedIn("hoerde")).extracting(Desks.Desk::taking).containsOnlyOnce(false);

    assertThat(calling.next(me, COUNTER_1)).map(TicketView::id).contains(german.id());
  }

  private void work(long counter, long counsellor, Set<String> languages) {
    Skills skills = new Skills(languages, Set.of());
    staff.add(new CounterShift("hoerde", counter, counsellor, skills, office.clock.instant()));
  }

  private Presence presence() {
    return new OwnShift(staff).find(me.counsellor()).orElseThrow().presence();
  }

  @Test
  void aVisitIsCalledServedAndFinishedAndLeavesItsHistory() {
    TicketView ticket = office.visitor();
    calling.next(me, COUNTER_1);
    calling.start(me, ticket.id());
    calling.finish(
        me, ticket.id(), new Outcome(true, true, Optional.of(Referral.JOBCENTER), Set.of(LETTERS)));

    assertThat(office.tickets.listEvents(ticket.id()))
        .extracting(TicketEvent::action)
        .containsExactly(
            TicketAction.ISSUE, TicketAction.CALL, TicketAction.START, TicketAction.FINISH);
    assertThat(office.events.names())
        .containsExactly("ticket.issued", "ticket.called", "ticket.started", "ticket.finished");
  }

  @Test
  void aVisitorIsTakenOverFromAnotherCounterWithAReasonInTheHistory() {
    TicketView ticket = office.visitor();
    calling.next(me, COUNTER_1);
    calling.start(me, ticket.id());
    office.clock.passes(Duration.ofMinutes(5));
    SignedIn colleague = at("hoerde", COUNTER_2);

    assertRefused(Kind.INVALID, () -> calling.takeOver(colleague, ticket.id(), " "));
    assertRefused(Kind.CONFLICT, () -> calling.takeOver(me, ticket.id(), "at the same counter"));
    TicketView taken = calling.takeOver(colleague, ticket.id(), " ill ");

    assertThat(taken.status()).isEqualTo(TicketStatus.SERVING);
    assertThat(taken.counter().orElseThrow().id()).isEqualTo(COUNTER_2);
    assertThat(taken.since()).isEqualTo(office.clock.instant().minus(Duration.ofMinutes(5)));
    TicketEvent last = office.tickets.listEvents(ticket.id()).get(3);
    assertThat(last.action()).isEqualTo(TicketAction.TAKE_OVER);
    assertThat(last.reason()).contains("ill");
    assertRefused(Kind.CONFLICT, () -> calling.undo(colleague, ticket.id()));
  }

  @Test
  void aVisitorWhoWasOnlyCalledIsCalledToTheCounterThatTakesOver() {
    TicketView ticket = office.visitor();
    TicketView called = calling.next(me, COUNTER_1).orElseThrow();

    TicketView taken = calling.takeOver(at("hoerde", COUNTER_2), ticket.id(), "ill");

    assertThat(taken.status()).isEqualTo(TicketStatus.CALLED);
    assertThat(taken.counter()).isNotEqualTo(called.counter());
    assertThat(lines.get("hoerde").atCounters()).extracting(TicketView::id).hasSize(1);
  }

  @Test
  void aWaitingVisitorIsNotTakenOver() {
    TicketView ticket = office.visitor();

    assertRefused(Kind.CONFLICT, () -> calling.takeOver(me, ticket.id(), "ill"));
  }

  @Test
  void oneCounsellorIsResponsibleForTheVisitsAtTheirCounterUnlessAColleagueContinues() {
    OpenVisits visits = new OpenVisits(lines, desks);
    TicketView ticket = office.visitor();
    assertThat(visits.listOf(me)).isEmpty();
    calling.next(me, COUNTER_1);

    assertThat(visits.listOf(me)).extracting(TicketView::id).containsExactly(ticket.id());
    assertThat(visits.listOf(at("hoerde", COUNTER_2))).isEmpty();

    for (String login : List.of("one", "two")) {
      Counsellor counsellor =
          new Counsellor(
              login,
              login,
              null,
              "hoerde",
              Set.of(Role.COUNSELLOR),
              new Skills(Set.of(), Set.of()),
              new PasswordHash("-"));
      staff.add(counsellor);
      staff.add(
          new CounterShift(
              "hoerde", COUNTER_1, counsellor.id(), counsellor.skills(), office.clock.instant()));
    }
    assertThat(visits.listOf(me)).isEmpty();
  }

  @Test
  void everyChangeHasItsOwnVersion() {
    TicketView ticket = office.visitor();
    calling.next(me, COUNTER_1);
    calling.recall(me, ticket.id());
    calling.noShow(me, ticket.id());

    assertThat(office.events.all()).extracting(e -> e.version()).containsExactly(1L, 2L, 3L, 4L);
  }

  @Test
  void aTicketMissedYesterdayCannotBeChangedToday() {
    TicketView missed = office.visitor();
    calling.next(me, COUNTER_1);
    calling.noShow(me, missed.id());
    office.clock.passes(Duration.ofDays(1));

    assertRefused(Kind.CONFLICT, () -> calling.resume(me, missed.id()));
    assertRefused(Kind.CONFLICT, () -> calling.call(me, missed.id()));
    assertThat(waiting()).isZero();
  }

  @Test
  void anActionBeforeMidnightIsNotUndoneAfterIt() {
    office.clock.is(Instant.parse("2026-11-23T22:59:58Z"));
    TicketView ticket = office.visitor();
    calling.next(me, COUNTER_1);
    calling.start(me, ticket.id());
    calling.finish(me, ticket.id(), Outcome.about(HOUSING));
    office.clock.passes(Duration.ofSeconds(5));

    assertRefused(Kind.CONFLICT, () -> calling.undo(me, ticket.id()));
    assertThat(office.tickets.get(ticket.id()).status()).isEqualTo(TicketStatus.DONE);
  }

  @Test
  void theSequenceOfCallsBeginsAnewEachDay() {
    office.visitor();
    office.visitor();
    calling.next(me, COUNTER_1);
    calling.next(me, COUNTER_2);
    office.clock.passes(Duration.ofDays(1));
    TicketView today = office.visitor();

    calling.next(me, COUNTER_1);

    assertThat(office.tickets.get(today.id()).callSeq()).contains(1L);
  }

  @Test
  void aMissedVisitorComesBackToTheOldPlace() {
    TicketView first = office.visitor();
    office.clock.passes(Duration.ofMinutes(1));
    office.visitor();
    calling.next(me, COUNTER_1);
    calling.noShow(me, first.id());

    assertThat(calling.resume(me, first.id()).ahead()).isZero();
    assertThat(waiting()).isEqualTo(2);
    assertThat(calling.next(me, COUNTER_1)).map(TicketView::number).contains("A001");
  }

  @Test
  void aParkedVisitorIsCalledAgainOnceTheTimeIsOver() {
    TicketView ticket = office.visitor();
    calling.next(me, COUNTER_1);
    calling.park(me, ticket.id(), Duration.ofMinutes(10));
    assertThat(calling.next(me, COUNTER_1)).isEmpty();

    office.clock.passes(Duration.ofMinutes(10));

    assertThat(calling.next(me, COUNTER_1)).map(TicketView::number).contains("A001");
  }

  @Test
  void exactlyFourHoursAreTheLongestParking() {
    TicketView ticket = office.visitor();

    assertRefused(
        Kind.INVALID, () -> calling.park(me, ticket.id(), Duration.ofHours(4).plusNanos(1)));
    TicketView parked = calling.park(me, ticket.id(), Duration.ofHours(4));

    assertThat(parked.backAt()).contains(office.clock.instant().plus(Duration.ofHours(4)));
  }

  @Test
  void parkingForEverIsRefused() {
    TicketView ticket = office.visitor();

    assertRefused(Kind.INVALID, () -> calling.park(me, ticket.id(), Duration.ofHours(5)));
    assertRefused(Kind.INVALID, () -> calling.park(me, ticket.id(), Duration.ZERO));
  }

  @Test
  void aTransferToAnotherOfficeKeepsTheNumberAndChangesTheLine() {
    TicketView ticket = office.visitor();

    TicketView there =
        calling.transfer(
            me,
            ticket.id(),
            new Transfer(Optional.empty(), Optional.empty(), Optional.of("eving")));

    assertThat(there.number()).isEqualTo("A001");
    assertThat(there.office()).isEqualTo("eving");
    assertThat(waiting()).isZero();
    assertThat(office.lines.find("eving").orElseThrow().waiting()).isEqualTo(1);
    assertThat(calling.next(at("eving", 201), 201)).map(TicketView::number).contains("A001");
  }

  @Test
  void aTransferToAnotherOfficeCanBeUndoneUntilThatOfficeCalls() {
    TicketView ticket = office.visitor();
    calling.next(me, COUNTER_1);
    calling.start(me, ticket.id());
    TicketView gone = calling.transfer(me, ticket.id(), TO_EVING);
    assertThat(gone.handedOn()).isTrue();
    assertThat(lines.get("hoerde").handedOn())
        .singleElement()
        .satisfies(one -> assertThat(one.office()).contains("Eving"));
    office.clock.passes(Duration.ofMinutes(20));

    assertRefused(Kind.CONFLICT, () -> calling.undo(at("eving", 201), ticket.id()));
    TicketView back = calling.undo(me, ticket.id(), gone.step(), false);

    assertThat(back.office()).isEqualTo("hoerde");
    assertThat(back.status()).isEqualTo(TicketStatus.SERVING);
    assertThat(waiting()).isZero();
    assertThat(office.lines.find("eving").orElseThrow().waiting()).isZero();
    assertThat(lines.get("hoerde").handedOn()).isEmpty();

    calling.transfer(me, ticket.id(), TO_EVING);
    calling.next(at("eving", 201), 201);
    assertThat(lines.get("hoerde").handedOn()).isEmpty();
    assertRefused(Kind.UNKNOWN, () -> calling.undo(me, ticket.id()));
  }

  @Test
  void aTransferWithinTheOfficeCanBeUndoneToo() {
    TicketView ticket = office.visitor();
    calling.transfer(
        me, ticket.id(), new Transfer(Optional.empty(), Optional.of(COUNTER_2), Optional.empty()));

    assertThat(lines.get("hoerde").handedOn())
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.counter()).contains("Raum 2");
              assertThat(one.office()).as("it is this one").isEmpty();
            });
    calling.undo(me, ticket.id());

    assertThat(lines.get("hoerde").handedOn()).isEmpty();
    assertThat(calling.next(me, COUNTER_1)).map(TicketView::number).contains("A001");
  }

  @Test
  void aTransferAsSeenIsRefusedOnceTheTicketIsElsewhere() {
    TicketView ticket = office.visitor();
    TicketView called = calling.next(me, COUNTER_1).orElseThrow();
    TicketView started = calling.start(me, ticket.id());

    assertRefused(
        Kind.CONFLICT, () -> calling.transferAsSeen(me, ticket.id(), called.step(), COUNTER_2));
    calling.transferAsSeen(me, ticket.id(), started.step(), COUNTER_2);

    assertThat(lines.get("hoerde").handedOn())
        .singleElement()
        .satisfies(one -> assertThat(one.counter()).contains("Raum 2"));
  }

  @Test
  void noVisitorIsTransferredToAnOfficeWithoutCounsellorsToday() {
    TicketView ticket = office.visitor();
    office.clock.passes(Duration.ofHours(2));

    assertThatThrownBy(() -> calling.transfer(me, ticket.id(), anyway(TO_EVING)))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> {
              assertThat(refused.refusal().key()).isEqualTo("transfer.nobody");
              assertThat(refused.refusal().facts()).containsKey("opensAt");
            });
    assertThat(waiting()).isEqualTo(1);
  }

  @Test
  void aTransferToAnOfficeThatOpensLaterNeedsAConfirmation() {
    office.clock.is(office.clock.instant().minus(Duration.ofHours(2)));
    TicketView ticket = office.visitor();

    assertThatThrownBy(() -> calling.transfer(me, ticket.id(), TO_EVING))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.refusal().facts()).containsEntry("ask", "anyway"));

    assertThat(calling.transfer(me, ticket.id(), anyway(TO_EVING)).office()).isEqualTo("eving");
  }

  @Test
  void aClosedOfficeWithAStaffedCounterTakesATransferAfterAConfirmation() {
    TicketView ticket = office.visitor();
    office.clock.passes(Duration.ofHours(3));
    staff.add(
        new CounterShift("eving", 201, 7, new Skills(Set.of(), Set.of()), office.clock.instant()));

    assertRefused(Kind.CONFLICT, () -> calling.transfer(me, ticket.id(), TO_EVING));

    assertThat(calling.transfer(me, ticket.id(), anyway(TO_EVING)).office()).isEqualTo("eving");
    assertThat(new Destinations(office.offices, desks, office.clock).listFrom("hoerde"))
        .singleElement()
        .satisfies(eving -> assertThat(eving.prospect()).isEqualTo(Prospect.AFTER_HOURS));
  }

  private static Transfer anyway(Transfer to) {
    return new Transfer(to.topic(), to.counter(), to.office(), true);
  }

  @Test
  void undoNeverTakesBackAColleaguesStepInstead() {
    TicketView ticket = office.visitor();
    TicketView called = calling.call(me, ticket.id());
    calling.start(at("hoerde", COUNTER_1), ticket.id());

    assertRefused(Kind.CONFLICT, () -> calling.undo(me, ticket.id(), called.step(), false));

    assertThat(office.tickets.get(ticket.id()).status()).isEqualTo(TicketStatus.SERVING);
  }

  @Test
  void aRepeatedRequestFindsTheTicketAfterItsLanguageWasCorrected() {
    TicketRequest request = TicketFixture.request(HOUSING, "ar", "k");
    TicketView ticket = office.issuing.walkIn("hoerde", request).ticket();

    correcting.correctLanguage(me, ticket.id(), "fa");

    assertThat(office.issuing.walkIn("hoerde", request).ticket().language()).isEqualTo("fa");
    assertThat(office.events.names()).contains("ticket.languageCorrected");
  }

  private void handedOnToEvingMeanwhile(TicketView ticket) {
    office.lines.whileWaiting(() -> calling.transfer(me, ticket.id(), TO_EVING));
  }

  @Test
  void aVisitorJustTransferredByAnotherCounterStaysThere() {
    TicketView ticket = office.visitor();
    handedOnToEvingMeanwhile(ticket);

    assertRefused(Kind.CONFLICT, () -> calling.transfer(me, ticket.id(), TO_EVING));

    assertThat(waiting()).isZero();
    assertThat(office.lines.find("eving").orElseThrow().waiting()).isEqualTo(1);
  }

  @Test
  void aVisitorJustTransferredByAnotherCounterIsNotCalledHere() {
    TicketView ticket = office.visitor();
    handedOnToEvingMeanwhile(ticket);

    assertRefused(Kind.CONFLICT, () -> calling.call(me, ticket.id()));
  }

  @Test
  void leavingDuringATransferIsRefusedAndCanBeRepeated() {
    TicketView ticket = office.visitor();
    String token = office.following.tokenFor(ticket.id());
    handedOnToEvingMeanwhile(ticket);

    assertRefused(Kind.CONFLICT, () -> office.following.leave(token));
    office.following.leave(token);

    assertThat(waiting()).isZero();
    assertThat(office.lines.find("eving").orElseThrow().waiting()).isZero();
  }

  @Test
  void onlyTopicsOfTheOfficeAreRecorded() {
    TicketView ticket = served();

    assertRefused(
        Kind.INVALID,
        () ->
            calling.finish(
                me, ticket.id(), new Outcome(true, true, Optional.empty(), Set.of("Herr Ali"))));
    assertThat(office.tickets.get(ticket.id()).status()).isEqualTo(TicketStatus.SERVING);
  }

  @Test
  void aTopicOfATransferredTicketMayBeRecorded() {
    Office borrowed = new Office("borrowed", "Außenstelle", ZoneId.of("Europe/Berlin"));
    TicketView ticket = office.visitor();
    Ticket handedOn = office.tickets.get(ticket.id());

    assertThat(Outcome.about(HOUSING).objection(handedOn, borrowed)).isEmpty();
    assertThat(Outcome.about(LETTERS).objection(handedOn, borrowed)).isPresent();
  }

  @Test
  void moreTopicsThanCanBeStoredAreRefused() {
    Office wide = new Office("wide", "Büro", ZoneId.of("Europe/Berlin"));
    Set<String> all = new HashSet<>();
    for (int i = 10; i < 20; i++) {
      String topic = "x".repeat(38) + i;
      wide.withTopic(new Topic(topic, "home", Duration.ofMinutes(20), i));
      all.add(topic);
    }
    Ticket ticket = office.tickets.get(office.visitor().id());
    Outcome tooMuch = new Outcome(false, false, Optional.empty(), all);
    all.remove("x".repeat(38) + 10);
    Outcome fits = new Outcome(false, false, Optional.empty(), all);

    assertThat(tooMuch.objection(ticket, wide)).map(Refusal::kind).contains(Kind.INVALID);
    assertThat(fits.objection(ticket, wide)).isEmpty();
  }

  @Test
  void oneVisitEndsAndTheNextBegins() {
    TicketView first = office.visitor();
    TicketView second = office.visitor();
    calling.next(me, COUNTER_1);

    Turn turn = calling.finishAndNext(me, first.id());

    assertThat(turn.ended().status()).isEqualTo(TicketStatus.DONE);
    assertThat(turn.called()).map(TicketView::id).contains(second.id());
    assertThat(office.events.names())
        .containsSubsequence("ticket.started", "ticket.finished", "ticket.called");
    assertThat(calling.undo(me, first.id()).status()).isEqualTo(TicketStatus.SERVING);
  }

  @Test
  void everyChangeReturnsTheTicketAsItIsNow() {
    long id = office.visitor().id();
    assertThat(calling.hasten(me, id, "medicine").status()).isEqualTo(TicketStatus.WAITING);
    assertThat(calling.call(me, id).status()).isEqualTo(TicketStatus.CALLED);
    assertThat(calling.recall(me, id).recalls()).isEqualTo(1);
    assertThat(correcting.correctLanguage(me, id, "ti").language()).isEqualTo("ti");
    assertThat(calling.putBack(me, id).status()).isEqualTo(TicketStatus.WAITING);
    Transfer letters = new Transfer(Optional.of(LETTERS), Optional.empty(), Optional.empty());
    assertThat(calling.transfer(me, id, letters).topic()).isEqualTo(LETTERS);
    calling.call(me, id);
    calling.start(me, id);
    assertThat(calling.finish(me, id, Outcome.about(LETTERS)).status())
        .isEqualTo(TicketStatus.DONE);
  }

  @Test
  void aVisitorWhoHasLeftUnseenIsTakenOutOfTheLine() {
    TicketView ticket = office.visitor();

    TicketView gone = calling.cancel(me, ticket.id());

    assertThat(gone.status()).isEqualTo(TicketStatus.CANCELLED);
    assertThat(waiting()).isZero();
    assertThat(office.tickets.listEvents(ticket.id()))
        .last()
        .extracting(TicketEvent::actor)
        .isEqualTo(Actor.COUNSELLOR);
  }

  @Test
  void aMissedVisitorWhoIsCalledHasComeBackFirst() {
    TicketView ticket = office.visitor();
    calling.next(me, COUNTER_1);
    calling.noShow(me, ticket.id());

    assertThat(calling.call(me, ticket.id()).status()).isEqualTo(TicketStatus.CALLED);
    assertThat(office.tickets.listEvents(ticket.id()))
        .extracting(TicketEvent::action)
        .endsWith(TicketAction.NO_SHOW, TicketAction.RESUME, TicketAction.CALL);
    assertThat(waiting()).isZero();
  }

  @Test
  void aCounsellorWithoutACounterCallsNoVisitor() {
    TicketView ticket = office.visitor();
    SignedIn nowhere =
        new SignedIn(
            1,
            "counsellor",
            "Beratung 1",
            Set.of(Role.COUNSELLOR),
            Optional.of("hoerde"),
            Optional.empty(),
            "csrf");

    assertRefused(Kind.CONFLICT, () -> calling.call(nowhere, ticket.id()));
    assertRefused(Kind.CONFLICT, () -> calling.takeOver(nowhere, ticket.id(), "ill"));
  }

  @Test
  void aReasonHasAGreatestLength() {
    TicketView ticket = office.visitor();

    assertRefused(Kind.INVALID, () -> calling.hasten(me, ticket.id(), "x".repeat(201)));
    calling.hasten(me, ticket.id(), " " + "x".repeat(200) + " ");

    assertThat(office.tickets.get(ticket.id()).urgentReason()).contains("x".repeat(200));
  }

  @Test
  void aVisitorWhoCanBeServedIsFoundHoweverFarBack() {
    staff.add(shift(COUNTER_1, 1, "de"));
    staff.add(shift(COUNTER_2, 2, "fa"));
    for (int i = 0; i < 120; i++) {
      office.visitorIn("hoerde", HOUSING, "fa");
    }
    TicketView german = office.visitorIn("hoerde", HOUSING, "de");

    assertThat(calling.next(me, COUNTER_1)).map(TicketView::id).contains(german.id());
    assertThat(calling.next(me, COUNTER_1)).isEmpty();
  }

  private CounterShift shift(long counter, long counsellor, String language) {
    Skills skills = new Skills(Set.of(language), Set.of());
    return new CounterShift("hoerde", counter, counsellor, skills, office.clock.instant());
  }

  @Test
  void aTransferIsPublishedInBothOfficesEachWithTheNextVersionOfItsLine() {
    office.visitorIn("eving", HOUSING, "de");
    TicketView ticket = office.visitor();
    calling.transfer(me, ticket.id(), TO_EVING);

    assertThat(office.events.all())
        .extracting(event -> event.name() + " " + event.office() + " " + event.version())
        .containsExactly(
            "ticket.issued eving 1",
            "ticket.issued hoerde 1",
            "ticket.transferred hoerde 2",
            "ticket.transferred eving 2");
    assertThat(office.tickets.listEvents(ticket.id()))
        .extracting(TicketEvent::action)
        .containsExactly(TicketAction.ISSUE, TicketAction.TRANSFER);
  }

  @Test
  void aTransferWithinTheOfficeIsPublishedOnceAndSoIsItsUndoing() {
    TicketView ticket = office.visitor();
    Transfer letters = new Transfer(Optional.of(LETTERS), Optional.empty(), Optional.empty());
    calling.transfer(me, ticket.id(), letters);
    calling.undo(me, ticket.id());

    assertThat(office.events.names())
        .containsExactly("ticket.issued", "ticket.transferred", "ticket.undone");
    assertThat(waiting()).isEqualTo(1);
  }

  @Test
  void callingTheNextFinishesOnlyAVisitorAtTheOwnCounter() {
    TicketView ticket = office.visitor();
    assertRefused(Kind.CONFLICT, () -> calling.finishAndNext(me, ticket.id()));
    calling.next(me, COUNTER_2);

    assertRefused(Kind.CONFLICT, () -> calling.finishAndNext(me, ticket.id()));
  }

  @Test
  void aMissedVisitorMakesRoomForTheNext() {
    TicketView first = office.visitor();
    calling.next(me, COUNTER_1);

    Turn turn = calling.noShowAndNext(me, first.id());

    assertThat(turn.ended().status()).isEqualTo(TicketStatus.NO_SHOW);
    assertThat(turn.called()).isEmpty();
  }

  private TicketView served() {
    TicketView ticket = office.visitor();
    calling.next(me, COUNTER_1);
    return calling.start(me, ticket.id());
  }

  @Test
  void aTransferWithoutADestinationIsRefused() {
    TicketView ticket = office.visitor();

    assertRefused(
        Kind.INVALID,
        () ->
            calling.transfer(
                me,
                ticket.id(),
                new Transfer(Optional.empty(), Optional.empty(), Optional.empty())));
    assertRefused(
        Kind.INVALID,
        () ->
            calling.transfer(
                me,
                ticket.id(),
                new Transfer(Optional.empty(), Optional.of(999L), Optional.empty())));
    assertRefused(
        Kind.INVALID,
        () ->
            calling.transfer(
                me,
                ticket.id(),
                new Transfer(Optional.of("taxes"), Optional.empty(), Optional.empty())));
    assertRefused(
        Kind.INVALID,
        () ->
            calling.transfer(
                me,
                ticket.id(),
                new Transfer(Optional.empty(), Optional.empty(), Optional.of("nowhere"))));
  }

  @ParameterizedTest
  @EnumSource(names = {"AUDITOR", "COORDINATION"})
  void aRoleThatServesNoVisitorsCallsNone(Role role) {
    TicketView ticket = office.visitor();
    SignedIn reader = at("hoerde", COUNTER_1, role);

    assertRefused(Kind.UNKNOWN, () -> calling.next(reader, COUNTER_1));
    assertRefused(Kind.UNKNOWN, () -> calling.call(reader, ticket.id()));
    assertRefused(Kind.UNKNOWN, () -> calling.cancel(reader, ticket.id()));
  }

  @Test
  void anotherOfficesTicketsDoNotExist() {
    TicketView ticket = office.visitor();

    assertRefused(Kind.UNKNOWN, () -> calling.call(at("eving", 201), ticket.id()));
    assertRefused(Kind.UNKNOWN, () -> calling.next(at("eving", 201), COUNTER_1));
    assertRefused(Kind.UNKNOWN, () -> calling.start(me, 4711));
  }

  @Test
  void undoGivesTheVisitorBackToTheLine() {
    TicketView ticket = office.visitor();
    calling.next(me, COUNTER_1);

    assertThat(calling.undo(me, ticket.id()).status()).isEqualTo(TicketStatus.WAITING);
    assertThat(waiting()).isEqualTo(1);
  }

  @Test
  void theLineShowsEveryPlaceWithItsReason() {
    office.visitor();
    office.clock.passes(Duration.ofMinutes(25));
    office.visitorIn("hoerde", HOUSING, "ar");

    LineView line = lines.get("hoerde");

    assertThat(line.waiting()).isEqualTo(2);
    assertThat(line.rows())
        .extracting(LineView.Row::whys)
        .containsExactly(
            List.of(LineView.Why.of("longest")), List.of(LineView.Why.of("waits", Duration.ZERO)));
    assertThat(line.rows())
        .extracting(LineView.Row::light)
        .containsExactly(LineView.Light.LONG, LineView.Light.FINE);
  }
}
