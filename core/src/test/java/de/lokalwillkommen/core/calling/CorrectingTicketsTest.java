package de.lokalwillkommen.core.calling;

import static de.lokalwillkommen.core.offices.OfficeFixture.COUNTER_1;
import static de.lokalwillkommen.core.offices.OfficeFixture.COUNTER_2;
import static de.lokalwillkommen.core.offices.OfficeFixture.HOUSING;
import static de.lokalwillkommen.core.offices.OfficeFixture.LETTERS;
import static de.lokalwillkommen.core.offices.OfficeFixture.eving;
import static de.lokalwillkommen.core.offices.OfficeFixture.hoerde;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import de.lokalwillkommen.core.calling.Timelines.Entry;
import de.lokalwillkommen.core.calling.Timelines.Timeline;
import de.lokalwillkommen.core.kernel.Changed;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.kernel.Refused;
import de.lokalwillkommen.core.staff.Counsellor;
import de.lokalwillkommen.core.staff.Desks;
import de.lokalwillkommen.core.staff.PasswordHash;
import de.lokalwillkommen.core.staff.Role;
import de.lokalwillkommen.core.staff.SignedIn;
import de.lokalwillkommen.core.staff.Skills;
import de.lokalwillkommen.core.ticketing.Outcome;
import de.lokalwillkommen.core.ticketing.Referral;
import de.lokalwillkommen.core.ticketing.Ticket;
import de.lokalwillkommen.core.ticketing.TicketAction;
import de.lokalwillkommen.core.ticketing.TicketEvent;
import de.lokalwillkommen.core.ticketing.TicketFixture;
import de.lokalwillkommen.core.ticketing.TicketStatus;
import de.lokalwillkommen.core.ticketing.TicketView;
import de.lokalwillkommen.core.ticketing.TicketingOffice;
import de.lokalwillkommen.core.ticketing.Transfer;
import de.lokalwillkommen.core.today.ForgettingDay;
import de.lokalwillkommen.core.today.InMemoryDayMemory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Corrections, notes for colleagues, and what the history of a number shows to whom. */
class CorrectingTicketsTest {

  private final TicketingOffice office = new TicketingOffice(hoerde(), eving());
  private final Desks desks = new Desks(office.staff, office.clock);
  private final InMemoryDayMemory memory = new InMemoryDayMemory();
  private final CallingTickets calling = CallingFixture.calling(office, desks, memory);
  private final CorrectingTickets correcting = CallingFixture.correcting(office, desks, memory);
  private final Timelines timelines =
      new Timelines(office.offices, office.tickets, desks, memory, office.clock);
  private final CounterMatters matters =
      new CounterMatters(office.offices, office.tickets, desks, memory, office.clock);
  private final ForgettingDay forgetting =
      new ForgettingDay(office.offices, office.tickets, desks, memory, office.clock);

  private final SignedIn me = person("Frau K.", COUNTER_1, Role.COUNSELLOR);
  private final SignedIn colleague = person("Herr B.", COUNTER_2, Role.COUNSELLOR);
  private final SignedIn lead = person("Leitung", COUNTER_2, Role.OFFICE_LEAD);

  private SignedIn person(String name, long counter, Role role) {
    Counsellor person =
        new Counsellor(
            name,
            name,
            "city",
            "hoerde",
            Set.of(role),
            new Skills(Set.of(), Set.of()),
            new PasswordHash("-"));
    office.staff.add(person);
    return new SignedIn(
        person.id(), name, name, Set.of(role), Optional.of("hoerde"), Optional.of(counter), "csrf");
  }

  private static void assertRefused(Kind kind, ThrowingCallable action) {
    assertThatThrownBy(action)
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.refusal().kind()).isEqualTo(kind));
  }

  private TicketEvent last(long ticket) {
    List<TicketEvent> events = office.tickets.listEvents(ticket);
    return events.get(events.size() - 1);
  }

  private long finished() {
    office.visitor();
    long ticket = calling.next(me, COUNTER_1).orElseThrow().id();
    calling.start(me, ticket);
    calling.finish(me, ticket, Outcome.about(HOUSING));
    return ticket;
  }

  private static Transfer toCounter2() {
    return new Transfer(Optional.empty(), Optional.of(COUNTER_2), Optional.empty());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 21})
  void noTicketIsForSoManyPeople(int count) {
    long ticket = office.visitor().id();

    assertRefused(Kind.INVALID, () -> correcting.correctPersons(me, ticket, count));
    assertRefused(
        Kind.INVALID,
        () -> office.issuing.byStaff("hoerde", TicketFixture.request(HOUSING, "de", null), count));
  }

  @Test
  void thePeopleWithATicketAreCountedInItAndInItsEvents() {
    long alone = office.visitor().id();
    TicketView family =
        office.issuing.byStaff("hoerde", TicketFixture.request(HOUSING, "de", null), 5).ticket();

    assertThat(office.tickets.get(alone).persons()).isEqualTo(1);
    assertThat(last(alone).persons()).contains(1);
    assertThat(family.persons()).isEqualTo(5);
    assertThat(last(family.id()).persons()).contains(5);

    assertThat(correcting.correctPersons(me, alone, 20).persons()).isEqualTo(20);
    assertThat(last(alone).persons()).contains(20);
    assertThat(last(alone).reason()).contains("1");
  }

  @Test
  void theTopicIsCorrectedAndThePlaceInLineStays() {
    long first = office.visitor().id();
    office.clock.passes(Duration.ofMinutes(1));
    office.visitor();
    Ticket ticket = office.tickets.get(first);
    var place = ticket.key();

    TicketView corrected = correcting.correctTopic(me, first, LETTERS);

    assertThat(corrected.topic()).isEqualTo(LETTERS);
    assertThat(ticket.key()).isEqualTo(place);
    assertThat(last(first).action()).isEqualTo(TicketAction.CORRECT_TOPIC);
    assertThat(last(first).reason()).contains(HOUSING);
    assertThat(calling.next(me, COUNTER_1)).map(TicketView::id).contains(first);
    assertRefused(Kind.INVALID, () -> correcting.correctTopic(me, first, LETTERS));
    assertRefused(Kind.INVALID, () -> correcting.correctTopic(me, first, "unheard-of"));
  }

  @Test
  void theLastStepCanStillBeUndoneAfterACorrectionButATransferCannot() {
    long called = office.visitor().id();
    calling.next(me, COUNTER_1);
    correcting.correctTopic(me, called, LETTERS);
    correcting.correctPersons(me, called, 3);
    calling.undo(me, called);
    assertThat(office.tickets.get(called).status()).isEqualTo(TicketStatus.WAITING);
    assertThat(office.tickets.get(called).topic()).isEqualTo(LETTERS);

    calling.transfer(me, called, toCounter2());
    correcting.correctTopic(me, called, HOUSING);
    assertRefused(Kind.CONFLICT, () -> calling.undo(me, called));
  }

  @Test
  void theOutcomeIsCorrectedByThoseWhoEndedTheVisitAndByTheLeadForAReason() {
    long ticket = finished();
    Outcome right = new Outcome(true, false, Optional.empty(), Set.of(LETTERS));

    assertRefused(
        Kind.NOT_ALLOWED, () -> correcting.correctOutcome(colleague, ticket, right, "typo"));
    assertRefused(Kind.INVALID, () -> correcting.correctOutcome(me, ticket, right, " "));
    assertRefused(
        Kind.INVALID,
        () -> correcting.correctOutcome(me, ticket, Outcome.about("unheard-of"), "typo"));

    correcting.correctOutcome(me, ticket, right, "typo");
    assertThat(last(ticket).action()).isEqualTo(TicketAction.CORRECT_OUTCOME);
    assertThat(last(ticket).reason()).contains("typo");
    assertThat(last(ticket).outcome()).map(Outcome::topics).contains(Set.of(LETTERS));
    assertRefused(Kind.CONFLICT, () -> calling.undo(me, ticket));

    correcting.correctOutcome(lead, ticket, Outcome.about(HOUSING), "as discussed");
    assertThat(office.tickets.get(ticket).outcome()).map(Outcome::topics).contains(Set.of(HOUSING));
    assertThat(office.tickets.listEvents(ticket).get(3).outcome())
        .as("the entry of the end says what was stated then")
        .map(Outcome::topics)
        .contains(Set.of(HOUSING));
  }

  @Test
  void eachCorrectionIsToldToTheHistoryWithoutTheVisit() {
    long ticket = office.visitor().id();
    correcting.correctLanguage(me, ticket, "uk");
    correcting.correctTopic(me, ticket, LETTERS);
    correcting.correctPersons(me, ticket, 4);
    calling.call(me, ticket);
    calling.start(me, ticket);
    calling.finish(me, ticket, Outcome.about(HOUSING));
    correcting.correctOutcome(
        lead,
        ticket,
        new Outcome(true, false, Optional.of(Referral.JOBCENTER), Set.of(LETTERS)),
        "Frau Muster");

    List<Changed> told = office.events.published(Changed.class);

    assertThat(told)
        .extracting(Changed::action)
        .containsExactly("CORRECT_LANGUAGE", "CORRECT_TOPIC", "CORRECT_PERSONS", "CORRECT_OUTCOME");
    assertThat(told)
        .allSatisfy(
            change -> {
              assertThat(change.office()).isEqualTo("hoerde");
              assertThat(change.kind()).isEqualTo("visit");
              assertThat(change.key()).isEmpty();
              // the day, not the minute
              assertThat(change.at()).isEqualTo(Instant.parse("2026-11-22T23:00:00Z"));
            });
    assertThat(told.get(0).before()).isEqualTo("{\"v\":1,\"language\":\"de\"}");
    assertThat(told.get(0).after()).isEqualTo("{\"v\":1,\"language\":\"uk\"}");
    assertThat(told.get(1).before()).isEqualTo("{\"v\":1,\"topic\":\"housing\"}");
    assertThat(told.get(2).after()).isEqualTo("{\"v\":1,\"persons\":4}");
    assertThat(told.get(3).author()).isEqualTo(lead.asAuthor());
    assertThat(told.get(3).before())
        .isEqualTo(
            "{\"v\":1,\"firstVisit\":false,\"countsForAmif\":false,\"topics\":[\"housing\"]}");
    assertThat(told.get(3).after())
        .isEqualTo(
            "{\"v\":1,\"firstVisit\":true,\"countsForAmif\":false,"
                + "\"referral\":\"JOBCENTER\",\"topics\":[\"letters\"]}");
  }

  @Test
  void whereStaffDepartFromTheOrderIsToldToTheHistoryWithoutTheVisitAndTheReason() {
    long first = office.visitor().id();
    long second = office.visitor().id();
    calling.hasten(me, first, "Frau Muster ist krank");
    calling.cancel(me, second);

    assertThat(office.events.published(Changed.class))
        .extracting(Changed::kind, Changed::action, Changed::key, Changed::before, Changed::after)
        .containsExactly(
            tuple("visit", "HASTEN_VISIT", "", "", ""), tuple("visit", "CANCEL_VISIT", "", "", ""));
  }

  @Test
  void thatAVisitHasNotBeenLeftAfterAllIsToldToTheHistory() {
    long first = office.visitor().id();
    calling.cancel(me, first);
    calling.undo(me, first);
    calling.call(me, first);
    calling.undo(me, first);

    assertThat(office.events.published(Changed.class))
        .extracting(Changed::action)
        .containsExactly("CANCEL_VISIT", "UNDO_CANCEL_VISIT");
  }

  @Test
  void aRefusedCorrectionIsNotTold() {
    long ticket = office.visitor().id();

    assertRefused(Kind.INVALID, () -> correcting.correctTopic(me, ticket, "unheard-of"));
    assertRefused(Kind.INVALID, () -> correcting.correctPersons(me, ticket, 99));

    assertThat(office.events.published(Changed.class)).isEmpty();
  }

  @Test
  void onlyAnEndedVisitOfTodayHasAnOutcomeToCorrect() {
    long open = office.visitor().id();
    assertRefused(
        Kind.CONFLICT, () -> correcting.correctOutcome(lead, open, Outcome.about(HOUSING), "typo"));
    long ended = finished();
    office.clock.passes(Duration.ofDays(1));

    assertRefused(
        Kind.CONFLICT,
        () -> correcting.correctOutcome(lead, ended, Outcome.about(HOUSING), "typo"));
  }

  @Test
  void anUndoneEndHasNoOutcome() {
    long ticket = finished();

    calling.undo(me, ticket);

    assertThat(last(ticket).outcome()).isEmpty();
    assertThat(office.tickets.get(ticket).outcome()).isEmpty();
  }

  @Test
  void aNoteIsShownAtTheCounterThatCallsTheVisitorAndAtNoOther() {
    office.visitor();
    long ticket = calling.next(me, COUNTER_1).orElseThrow().id();
    calling.start(me, ticket);
    calling.transfer(me, ticket, toCounter2(), Optional.of(" Brief liegt bei "));

    assertThat(matters.findNote(colleague, ticket)).as("not called yet").isEmpty();
    calling.call(colleague, ticket);
    assertThat(matters.findNote(colleague, ticket)).contains("Brief liegt bei");
    assertThat(matters.findNote(me, ticket)).isEmpty();
    assertThat(office.tickets.listEvents(ticket))
        .allSatisfy(event -> assertThat(event.reason()).isEmpty());

    correcting.removeNote(colleague, ticket);
    assertThat(matters.findNote(colleague, ticket)).isEmpty();
  }

  @Test
  void aNoteOfAParkedVisitorStaysWithoutAnotherOneAndIsReplacedByOne() {
    long ticket = office.visitor().id();
    calling.park(me, ticket, Duration.ofMinutes(5), Optional.of("first"));
    calling.call(me, ticket);
    assertThat(matters.findNote(me, ticket)).contains("first");
    calling.park(me, ticket, Duration.ofMinutes(5), Optional.empty());
    calling.call(me, ticket);
    assertThat(matters.findNote(me, ticket)).contains("first");
    calling.transfer(me, ticket, toCounter2(), Optional.of("second"));
    calling.call(colleague, ticket);
    assertThat(matters.findNote(colleague, ticket)).contains("second");
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "two\nlines"})
  void aNoteThatDoesNotFitHandsNobodyOn(String text) {
    long ticket = office.visitor().id();

    assertRefused(
        Kind.INVALID, () -> calling.transfer(me, ticket, toCounter2(), Optional.of(text)));
    assertRefused(
        Kind.INVALID,
        () -> calling.transfer(me, ticket, toCounter2(), Optional.of("x".repeat(201))));
    assertThat(office.tickets.get(ticket).forCounter()).isEmpty();
  }

  @Test
  void aNoteGoesAfterTheVisitAndStaysForAVisitorWhoWasMissed() {
    long ended = office.visitor().id();
    long missed = office.visitor().id();
    for (long ticket : List.of(ended, missed)) {
      calling.park(me, ticket, Duration.ofMinutes(5), Optional.of("note"));
      calling.call(me, ticket);
    }
    calling.start(me, ended);
    calling.finish(me, ended, Outcome.about(HOUSING));
    calling.noShow(me, missed);
    forgetting.forget();
    assertThat(memory.findNote(ended)).as("the end can be undone").isPresent();

    office.clock.passes(Duration.ofSeconds(11));
    forgetting.forget();

    assertThat(memory.findNote(ended)).isEmpty();
    assertThat(memory.findNote(missed)).isPresent();
  }

  @Test
  void theDayIsForgottenAtMidnight() {
    long ticket = office.visitor().id();
    calling.park(me, ticket, Duration.ofMinutes(5), Optional.of("note"));
    forgetting.forget();
    assertThat(memory.listActs(ticket)).hasSize(1);
    assertThat(memory.findNote(ticket)).isPresent();

    office.clock.passes(Duration.ofHours(14));
    forgetting.forget();

    assertThat(memory.listActs(ticket)).isEmpty();
    assertThat(memory.findNote(ticket)).isEmpty();
  }

  @Test
  void theHistoryOfANumberNamesPeopleForThoseWhoMaySeeThem() {
    TicketView ticket = office.visitor();
    calling.next(me, COUNTER_1);
    SignedIn admin =
        new SignedIn(
            99,
            "admin",
            "Admin",
            Set.of(Role.ADMIN),
            Optional.of("hoerde"),
            Optional.empty(),
            "csrf");

    Timeline seen = timelines.list(colleague, "a 1").get(0);

    assertThat(seen.ticket().id()).isEqualTo(ticket.id());
    assertThat(seen.entries())
        .extracting(Entry::action)
        .containsExactly(TicketAction.ISSUE, TicketAction.CALL);
    assertThat(seen.entries().get(1).who()).contains("Frau K.");
    assertThat(seen.entries().get(1).counter()).isPresent();
    assertThat(timelines.find(admin, ticket.id()).orElseThrow().entries().get(1).who()).isEmpty();
  }

  @Test
  void theHistoryOfANumberIsForItsOfficeAndItsDay() {
    TicketView ticket = office.visitor();
    SignedIn elsewhere =
        new SignedIn(
            98,
            "eving-1",
            "Eving",
            Set.of(Role.COUNSELLOR),
            Optional.of("eving"),
            Optional.empty(),
            "csrf");

    assertThat(timelines.list(elsewhere, "A001")).isEmpty();
    assertThat(timelines.find(elsewhere, ticket.id())).isEmpty();
    assertThat(timelines.list(me, "A002")).isEmpty();
    assertThat(timelines.list(me, "anything")).isEmpty();
    calling.transfer(
        me, ticket.id(), new Transfer(Optional.empty(), Optional.empty(), Optional.of("eving")));
    assertThat(timelines.list(elsewhere, "A001")).hasSize(1);
    assertThat(timelines.list(me, "A001")).as("it stands elsewhere").isEmpty();
    office.clock.passes(Duration.ofDays(1));
    assertThat(timelines.list(elsewhere, "A001")).isEmpty();
  }

  @Test
  void theHistoryOffersTheCorrectionToThoseWhoMay() {
    long ticket = finished();

    assertThat(timelines.find(me, ticket).orElseThrow().correctable()).isTrue();
    assertThat(timelines.find(lead, ticket).orElseThrow().correctable()).isTrue();
    assertThat(timelines.find(colleague, ticket).orElseThrow().correctable()).isFalse();
  }
}
