package de.lokalwillkommen.core.calling;

import static de.lokalwillkommen.core.offices.OfficeFixture.COUNTER_1;
import static de.lokalwillkommen.core.offices.OfficeFixture.COUNTER_2;
import static de.lokalwillkommen.core.offices.OfficeFixture.HOUSING;
import static de.lokalwillkommen.core.offices.OfficeFixture.hoerde;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.lokalwillkommen.core.calling.CallingTickets.Next;
import de.lokalwillkommen.core.kernel.Refused;
import de.lokalwillkommen.core.staff.Counsellor;
import de.lokalwillkommen.core.staff.CounterShift;
import de.lokalwillkommen.core.staff.Desks;
import de.lokalwillkommen.core.staff.PasswordHash;
import de.lokalwillkommen.core.staff.Presence;
import de.lokalwillkommen.core.staff.Role;
import de.lokalwillkommen.core.staff.SecretToken;
import de.lokalwillkommen.core.staff.SignedIn;
import de.lokalwillkommen.core.staff.SigningIn;
import de.lokalwillkommen.core.staff.Skills;
import de.lokalwillkommen.core.ticketing.Outcome;
import de.lokalwillkommen.core.ticketing.TicketAction;
import de.lokalwillkommen.core.ticketing.TicketEvent;
import de.lokalwillkommen.core.ticketing.TicketStatus;
import de.lokalwillkommen.core.ticketing.TicketView;
import de.lokalwillkommen.core.ticketing.TicketingOffice;
import de.lokalwillkommen.core.ticketing.Transfer;
import de.lokalwillkommen.core.today.InMemoryDayMemory;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Two people at one counter: a visit counts once, and for the organisation of each. */
class TandemTest {

  private final TicketingOffice office = new TicketingOffice(hoerde());
  private final Desks desks = new Desks(office.staff, office.clock);
  private final InMemoryDayMemory memory = new InMemoryDayMemory();
  private final CallingTickets calling = CallingFixture.calling(office, desks, memory);
  private final CounterMatters matters =
      new CounterMatters(office.offices, office.tickets, desks, memory, office.clock);
  private final LeavingCounter leaving =
      new LeavingCounter(
          office.offices,
          office.tickets,
          office.todaysLine,
          desks,
          new TicketChanges(
              office.offices, office.tickets, office.todaysLine, desks, memory, office.clock),
          calling,
          new SigningIn() {
            @Override
            public void signOut(SecretToken token) {
              office.staff.listOpenShiftsOf(leaver).forEach(s -> s.end(office.clock.instant()));
            }
          },
          office.clock);
  private long leaver;

  private final SignedIn city = person("Frau K.", "city", COUNTER_1);
  private final SignedIn caritas = person("Herr B.", "caritas", COUNTER_1);

  private SignedIn person(String name, String organisation, long counter) {
    Counsellor person =
        new Counsellor(
            name,
            name,
            organisation,
            "hoerde",
            Set.of(Role.COUNSELLOR),
            new Skills(Set.of(), Set.of()),
            new PasswordHash("-"));
    office.staff.add(person);
    SignedIn me =
        new SignedIn(
            person.id(),
            name,
            name,
            Set.of(Role.COUNSELLOR),
            Optional.of("hoerde"),
            Optional.of(counter),
            "csrf");
    begin(me);
    return me;
  }

  private void begin(SignedIn me) {
    office.staff.add(
        new CounterShift(
            "hoerde",
            me.counter().orElseThrow(),
            me.counsellor(),
            new Skills(Set.of(), Set.of()),
            office.clock.instant()));
  }

  private void end(SignedIn me) {
    office.staff.listOpenShiftsOf(me.counsellor()).forEach(s -> s.end(office.clock.instant()));
  }

  private long served(SignedIn by) {
    office.visitor();
    long ticket = calling.next(by, by.counter().orElseThrow()).orElseThrow().id();
    calling.start(by, ticket);
    return ticket;
  }

  private Set<String> organisationsOf(long ticket) {
    return office.tickets.get(ticket).organisations();
  }

  private void leave(SignedIn me) {
    leaver = me.counsellor();
    leaving.leave(me, SecretToken.random(), visit -> Optional.empty());
  }

  @Test
  void aVisitOfATandemIsNotedForBothOrganisationsAndCountedOnce() {
    long ticket = served(city);
    calling.finish(caritas, ticket, Outcome.about(HOUSING));

    assertThat(organisationsOf(ticket)).containsExactly("caritas", "city");
    List<TicketEvent> events = office.tickets.listEvents(ticket);
    assertThat(events).extracting(TicketEvent::action).containsOnlyOnce(TicketAction.FINISH);
    assertThat(events.get(events.size() - 1).organisations()).containsExactly("caritas", "city");
    assertThat(events.get(1).organisations()).as("nobody has served at the call").isEmpty();
  }

  @Test
  void twoOfOneOrganisationAreCountedOnceForIt() {
    end(caritas);
    person("Herr L.", "city", COUNTER_1);

    assertThat(organisationsOf(served(city))).containsExactly("city");
  }

  @Test
  void aColleagueOnABreakDoesNotTakePart() {
    office.staff.listOpenShiftsOf(caritas.counsellor()).get(0).turnTo(Presence.BREAK);

    assertThat(organisationsOf(served(city))).containsExactly("city");
  }

  @Test
  void thoseWhoServeInTurnAreBothNoted() {
    end(caritas);
    long ticket = served(city);
    SignedIn next = person("Frau M.", "diakonie", COUNTER_2);
    calling.transfer(
        city, ticket, new Transfer(Optional.empty(), Optional.of(COUNTER_2), Optional.empty()));
    calling.call(next, ticket);
    calling.start(next, ticket);

    assertThat(organisationsOf(ticket)).containsExactly("city", "diakonie");
  }

  @Test
  void anUndoneBeginningIsNotNoted() {
    long ticket = served(city);

    calling.undo(city, ticket);

    assertThat(organisationsOf(ticket)).isEmpty();
    List<TicketEvent> events = office.tickets.listEvents(ticket);
    assertThat(events.get(events.size() - 1).organisations()).isEmpty();
  }

  @Test
  void oneLeavesWithoutEndingTheVisitOrTheShiftOfTheOther() {
    end(caritas);
    long ticket = served(city);
    begin(caritas);

    leave(caritas);

    assertThat(office.tickets.get(ticket).status()).isEqualTo(TicketStatus.SERVING);
    assertThat(office.tickets.get(ticket).counter()).contains(COUNTER_1);
    assertThat(desks.readPartnersOf(caritas)).extracting(Desks.Partner::name).contains("Frau K.");
    assertThat(organisationsOf(ticket)).as("noted when leaving").containsExactly("caritas", "city");
    assertThat(office.tickets.listEvents(ticket))
        .extracting(TicketEvent::action)
        .endsWith(TicketAction.SHARE);
    assertThatThrownBy(() -> leave(city))
        .as("the last one decides about the visitor")
        .isInstanceOf(Refused.class);
  }

  @Test
  void leavingTwiceOrWithNothingNewNotesNothing() {
    long ticket = served(city);

    leave(caritas);

    assertThat(office.tickets.listEvents(ticket))
        .extracting(TicketEvent::action)
        .doesNotContain(TicketAction.SHARE);
  }

  @Test
  void theOtherSeesWhatWasDoneByWhomAndIsAskedBeforeUndoing() {
    TicketView waiting = office.visitor();
    TicketView called = calling.next(city, COUNTER_1).orElseThrow();

    assertThat(matters.findStepOfColleague(city)).as("one's own").isEmpty();
    assertThat(matters.findStepOfColleague(caritas))
        .hasValueSatisfying(
            step -> {
              assertThat(step.ticket().id()).isEqualTo(waiting.id());
              assertThat(step.past()).isEqualTo("called");
              assertThat(step.name()).isEqualTo("Frau K.");
            });
    assertThatThrownBy(() -> calling.undo(caritas, called.id(), called.step(), false))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> {
              assertThat(refused.refusal().facts()).containsEntry("ask", "anyway");
              assertThat(refused.refusal().arguments())
                  .containsExactly(called.number(), "called", "Frau K.");
            });
    assertThat(office.tickets.get(called.id()).status()).isEqualTo(TicketStatus.CALLED);

    calling.undo(caritas, called.id(), called.step(), true);
    assertThat(office.tickets.get(called.id()).status()).isEqualTo(TicketStatus.WAITING);
  }

  @Test
  void onesOwnActionIsUndoneWithoutAQuestion() {
    office.visitor();
    TicketView called = calling.next(city, COUNTER_1).orElseThrow();

    assertThat(calling.undo(city, called.id(), called.step(), false).status())
        .isEqualTo(TicketStatus.WAITING);
  }

  @Test
  void whatCanNoLongerBeUndoneIsNotOffered() {
    office.visitor();
    calling.next(city, COUNTER_1);
    office.clock.passes(Duration.ofSeconds(11));

    assertThat(matters.findStepOfColleague(caritas)).isEmpty();
  }

  @Test
  void thePeopleAtAnotherCounterAreOfferedNothing() {
    SignedIn elsewhere = person("Frau M.", "diakonie", COUNTER_2);
    office.visitor();
    calling.next(city, COUNTER_1);

    assertThat(matters.findStepOfColleague(elsewhere)).isEmpty();
  }

  @Test
  void aSecondPressOfNextAtABusyCounterCallsNoSecondVisitor() {
    office.visitor();
    office.visitor();

    Next first = calling.nextUnlessBusy(city, COUNTER_1);
    Next second = calling.nextUnlessBusy(caritas, COUNTER_1);

    assertThat(first.busy()).isFalse();
    assertThat(first.called()).map(TicketView::number).contains("A001");
    assertThat(second.busy()).isTrue();
    assertThat(second.called()).isEmpty();
  }
}
