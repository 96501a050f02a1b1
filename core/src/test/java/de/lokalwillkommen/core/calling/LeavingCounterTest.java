package de.lokalwillkommen.core.calling;

import static de.lokalwillkommen.core.offices.OfficeFixture.COUNTER_1;
import static de.lokalwillkommen.core.offices.OfficeFixture.COUNTER_2;
import static de.lokalwillkommen.core.offices.OfficeFixture.hoerde;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.lokalwillkommen.core.calling.Parting.Way;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.kernel.Refused;
import de.lokalwillkommen.core.staff.Counsellor;
import de.lokalwillkommen.core.staff.CounterShift;
import de.lokalwillkommen.core.staff.Desks;
import de.lokalwillkommen.core.staff.PasswordHash;
import de.lokalwillkommen.core.staff.Role;
import de.lokalwillkommen.core.staff.SecretToken;
import de.lokalwillkommen.core.staff.SignedIn;
import de.lokalwillkommen.core.staff.SigningIn;
import de.lokalwillkommen.core.staff.Skills;
import de.lokalwillkommen.core.ticketing.TicketStatus;
import de.lokalwillkommen.core.ticketing.TicketView;
import de.lokalwillkommen.core.ticketing.TicketingOffice;
import de.lokalwillkommen.core.today.InMemoryDayMemory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LeavingCounterTest {

  private static final SecretToken TOKEN = SecretToken.random();

  private final TicketingOffice office = new TicketingOffice(hoerde());
  private final InMemoryDayMemory memory = new InMemoryDayMemory();
  private final Desks desks = new Desks(office.staff, office.clock);
  private final CallingTickets calling = CallingFixture.calling(office, desks, memory);
  private final List<SecretToken> signedOut = new ArrayList<>();
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
              signedOut.add(token);
            }
          },
          office.clock);
  private final SignedIn me =
      new SignedIn(
          1,
          "counsellor",
          "Beratung 1",
          Set.of(Role.COUNSELLOR),
          Optional.of("hoerde"),
          Optional.of(COUNTER_1),
          "csrf");

  private long called(long counter) {
    office.visitor();
    return calling.next(me, counter).orElseThrow().id();
  }

  private TicketStatus statusOf(long ticket) {
    return office.tickets.get(ticket).status();
  }

  private void leave(Map<Long, Parting> decided) {
    leaving.leave(me, TOKEN, visit -> Optional.ofNullable(decided.get(visit.id())));
  }

  @Test
  void aCounsellorWithoutAVisitorSignsOutAtOnce() {
    long elsewhere = called(COUNTER_2);

    leave(Map.of());

    assertThat(signedOut).containsExactly(TOKEN);
    assertThat(statusOf(elsewhere)).isEqualTo(TicketStatus.CALLED);
  }

  @Test
  void withoutADecisionForEveryVisitorNothingChanges() {
    long first = called(COUNTER_1);
    long second = called(COUNTER_1);
    List<TicketView> asked = new ArrayList<>();

    assertThatThrownBy(
            () ->
                leaving.leave(
                    me,
                    TOKEN,
                    visit -> {
                      asked.add(visit);
                      return Optional.of(Parting.back()).filter(p -> visit.id() == first);
                    }))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> {
              assertThat(refused.refusal().kind()).isEqualTo(Kind.CONFLICT);
              assertThat(refused.refusal().facts()).containsEntry("reason", "openVisits");
            });

    assertThat(asked).extracting(TicketView::id).containsExactlyInAnyOrder(first, second);
    assertThat(List.of(statusOf(first), statusOf(second))).containsOnly(TicketStatus.CALLED);
    assertThat(signedOut).isEmpty();
  }

  @Test
  void anImpossibleDecisionCountsAsNone() {
    long called = called(COUNTER_1);

    assertThatThrownBy(() -> leave(Map.of(called, new Parting(Way.DONE, Optional.empty()))))
        .isInstanceOf(Refused.class);

    assertThat(signedOut).isEmpty();
  }

  @Test
  void thePossibleDecisionsDependOnWhetherTheVisitorHasCome() {
    assertThat(Way.listFrom(TicketStatus.CALLED))
        .containsExactly(Way.MISSED, Way.BACK, Way.HAND_ON);
    assertThat(Way.listFrom(TicketStatus.SERVING)).containsExactly(Way.DONE, Way.BACK, Way.HAND_ON);
    assertThat(Way.listFrom(TicketStatus.WAITING)).isEmpty();
  }

  @Test
  void ifOneDecisionFailsNoneIsCarriedOut() {
    long served = called(COUNTER_1);
    calling.start(me, served);
    long called = called(COUNTER_1);

    assertThatThrownBy(
            () ->
                leave(
                    Map.of(
                        served,
                        new Parting(Way.DONE, Optional.empty()),
                        called,
                        new Parting(Way.DONE, Optional.empty()))))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.refusal().key()).isEqualTo("leaving.choose"));
    assertThat(statusOf(served)).isEqualTo(TicketStatus.SERVING);
  }

  @Test
  void aCounsellorAloneAtTheCounterIsResponsibleForItsVisitors() {
    Counsellor alone =
        new Counsellor(
            "alone",
            "alone",
            null,
            "hoerde",
            Set.of(Role.COUNSELLOR),
            new Skills(Set.of(), Set.of()),
            new PasswordHash("-"));
    office.staff.add(alone);
    office.staff.add(
        new CounterShift("hoerde", COUNTER_1, alone.id(), alone.skills(), office.clock.instant()));
    long called = called(COUNTER_1);
    Lines lines = new Lines(office.offices, office.lines, office.tickets, desks, office.clock);

    assertThat(new OpenVisits(lines, desks).listOf(me)).extracting(TicketView::id).contains(called);
    assertThatThrownBy(() -> leave(Map.of())).isInstanceOf(Refused.class);
  }

  @Test
  void eachVisitorFollowsTheDecision() {
    long served = called(COUNTER_1);
    calling.start(me, served);
    long missed = called(COUNTER_1);
    long back = called(COUNTER_1);
    long handedOn = called(COUNTER_1);

    leave(
        Map.of(
            served,
            new Parting(Way.DONE, Optional.empty()),
            missed,
            new Parting(Way.MISSED, Optional.empty()),
            back,
            Parting.back(),
            handedOn,
            new Parting(Way.HAND_ON, Optional.of(COUNTER_2))));

    assertThat(statusOf(served)).isEqualTo(TicketStatus.DONE);
    assertThat(statusOf(missed)).isEqualTo(TicketStatus.NO_SHOW);
    assertThat(statusOf(back)).isEqualTo(TicketStatus.WAITING);
    assertThat(office.tickets.get(handedOn).forCounter()).contains(COUNTER_2);
    assertThat(signedOut).containsExactly(TOKEN);
  }
}
