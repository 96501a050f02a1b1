package de.lokalwillkommen.core.calling;

import static de.lokalwillkommen.core.kernel.AtOnce.race;
import static de.lokalwillkommen.core.offices.OfficeFixture.COUNTER_1;
import static de.lokalwillkommen.core.offices.OfficeFixture.COUNTER_2;
import static de.lokalwillkommen.core.offices.OfficeFixture.HOUSING;
import static de.lokalwillkommen.core.offices.OfficeFixture.eving;
import static de.lokalwillkommen.core.offices.OfficeFixture.hoerde;
import static de.lokalwillkommen.core.ticketing.TicketFixture.TEN;
import static de.lokalwillkommen.core.ticketing.TicketFixture.request;
import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.core.kernel.DomainEvents;
import de.lokalwillkommen.core.kernel.RecordedEvents;
import de.lokalwillkommen.core.kernel.Refused;
import de.lokalwillkommen.core.kernel.TestClock;
import de.lokalwillkommen.core.kernel.TestDatabase;
import de.lokalwillkommen.core.offices.OfficeFixture;
import de.lokalwillkommen.core.offices.Offices;
import de.lokalwillkommen.core.staff.Desks;
import de.lokalwillkommen.core.staff.InMemoryStaff;
import de.lokalwillkommen.core.staff.Role;
import de.lokalwillkommen.core.staff.SignedIn;
import de.lokalwillkommen.core.ticketing.FollowingTickets;
import de.lokalwillkommen.core.ticketing.IssuingTickets;
import de.lokalwillkommen.core.ticketing.IssuingTickets.Issued;
import de.lokalwillkommen.core.ticketing.OfficeLine;
import de.lokalwillkommen.core.ticketing.Outcome;
import de.lokalwillkommen.core.ticketing.Referral;
import de.lokalwillkommen.core.ticketing.Ticket;
import de.lokalwillkommen.core.ticketing.TicketAction;
import de.lokalwillkommen.core.ticketing.TicketStatus;
import de.lokalwillkommen.core.ticketing.TicketView;
import de.lokalwillkommen.core.ticketing.TicketingDatabase;
import de.lokalwillkommen.core.ticketing.Tickets;
import de.lokalwillkommen.core.ticketing.Transfer;
import de.lokalwillkommen.core.ticketing.VisitorKey;
import de.lokalwillkommen.core.today.TodayDatabase;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Real threads against real databases: one winner each time, and a clear answer for the others. */
class RacesTest {

  private static final int THREADS = 16;
  private static final int EACH = 12;
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  private static final Offices OFFICES = OfficeFixture.offices(hoerde(), eving());

  private final Clock clock = new TestClock(TEN);
  private final RecordedEvents events = new RecordedEvents();

  private final SignedIn me =
      new SignedIn(
          1,
          "counsellor",
          "Beratung 1",
          Set.of(Role.COUNSELLOR),
          Optional.of("hoerde"),
          Optional.of(COUNTER_1),
          "csrf");

  private CallingTickets calling(EntityManager entities) {
    return CallingFixture.calling(
        OFFICES,
        TicketingDatabase.tickets(entities),
        TicketingDatabase.todaysLine(entities, events),
        new Desks(new InMemoryStaff(), clock),
        TodayDatabase.memory(entities),
        clock);
  }

  private Issued issue(TestDatabase database, String key) {
    return database.transaction(
        em ->
            TicketingDatabase.issuing(em, events, clock)
                .walkIn("hoerde", request(HOUSING, "de", key)));
  }

  @ParameterizedTest
  @EnumSource
  void manyKiosksAtOnceLeaveNoGapAndNoDuplicate(TestDatabase database) throws Exception {
    TicketingDatabase.reset(database);

    List<List<String>> numbers =
        race(
            THREADS,
            () ->
                IntStream.range(0, EACH)
                    .mapToObj(i -> issue(database, null).ticket().number())
                    .toList());

    assertThat(numbers.stream().flatMap(List::stream))
        .containsExactlyInAnyOrderElementsOf(numbersTo(THREADS * EACH));
  }

  private static List<String> numbersTo(int last) {
    return IntStream.rangeClosed(1, last)
        .mapToObj(number -> String.format(Locale.ROOT, "A%03d", number))
        .toList();
  }

  @ParameterizedTest
  @EnumSource
  void transactionsThatCreateTheLineOfANewOfficeAtOnceAllGetANumber(TestDatabase database)
      throws Exception {
    TicketingDatabase.reset(database);
    database.execute(List.of("delete from office_line"));

    List<String> numbers = race(THREADS, () -> issue(database, null).ticket().number());

    assertThat(numbers).containsExactlyInAnyOrderElementsOf(numbersTo(THREADS));
  }

  @ParameterizedTest
  @EnumSource
  void theSameRequestFiftyTimesAtOnceIsOneTicket(TestDatabase database) throws Exception {
    TicketingDatabase.reset(database);

    List<Issued> answers = race(50, () -> issue(database, "the-same-key"));

    assertThat(answers).extracting(a -> a.ticket().id()).containsOnly(answers.get(0).ticket().id());
    assertThat(answers).filteredOn(Issued::isNew).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void theSameKeyInTwoOfficesAtOnceIsOneTicketAndOneRefusal(TestDatabase database)
      throws Exception {
    TicketingDatabase.reset(database);
    TicketingDatabase.openEving(database);
    database.execute(
        List.of(
            "insert into office_line (office_id, business_day, walk_ins, appointments, waiting,"
                + " calls, version) values ('eving','2026-11-23',0,0,0,0,0)"));
    List<String> offices = List.of("hoerde", "eving");

    for (int round = 0; round < 30; round++) {
      String key = "key-" + round;

      List<String> answers = race(2, thread -> () -> answerTo(database, offices.get(thread), key));

      assertThat(answers).containsExactlyInAnyOrder("new", "request.otherBody");
    }
    long counted =
        database.transaction(
            em ->
                ((Number)
                        em.createNativeQuery("select sum(waiting) from office_line")
                            .getSingleResult())
                    .longValue());
    assertThat(counted).isEqualTo(30);
  }

  /** Events with an observer whose query makes the transaction write what it has so far. */
  private DomainEvents queriedBy(EntityManager entities) {
    return event -> {
      entities.createQuery("select count(w) from Webhook w").getSingleResult();
      events.publish(event);
    };
  }

  private String answerTo(TestDatabase database, String office, String key) {
    Offices offices = OfficeFixture.offices(OfficeFixture.hoerde(), OfficeFixture.eving());
    try {
      return database.transaction(
          em -> {
            IssuingTickets issuing =
                new IssuingTickets(
                    offices,
                    TicketingDatabase.tickets(em),
                    TicketingDatabase.todaysLine(em, queriedBy(em)),
                    clock);
            return issuing.walkIn(office, request(HOUSING, "de", key)).isNew() ? "new" : "again";
          });
    } catch (Refused refused) {
      return refused.refusal().key();
    }
  }

  @ParameterizedTest
  @EnumSource
  void countersPressingNextTogetherGetDifferentVisitorsAndNoneIsLost(TestDatabase database)
      throws Exception {
    TicketingDatabase.reset(database);
    int visitors = THREADS * EACH / 2;
    for (int i = 0; i < visitors; i++) {
      issue(database, null);
    }

    List<List<TicketView>> called =
        race(
            THREADS,
            () ->
                IntStream.range(0, EACH)
                    .mapToObj(i -> database.transaction(em -> calling(em).next(me, COUNTER_2)))
                    .flatMap(Optional::stream)
                    .toList());

    assertThat(called.stream().flatMap(List::stream))
        .extracting(TicketView::number)
        .hasSize(visitors)
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @EnumSource
  void issuingAndCallingTogetherKeepTheCountOfWaitingVisitors(TestDatabase database)
      throws Exception {
    TicketingDatabase.reset(database);

    race(
        THREADS,
        () -> {
          for (int i = 0; i < EACH; i++) {
            issue(database, null);
            if (i % 2 == 0) {
              database.transaction(em -> calling(em).next(me, COUNTER_1));
            }
          }
          return null;
        });

    assertThat(counted(database, "hoerde"))
        .isEqualTo(waitingIn(database, "hoerde"))
        .isEqualTo(THREADS * EACH / 2);
  }

  @ParameterizedTest
  @EnumSource
  void aTicketIsReadBackAsItWasWritten(TestDatabase database) {
    TicketingDatabase.reset(database);
    long id = issue(database, "k").ticket().id();
    database.transaction(em -> calling(em).next(me, COUNTER_1));
    database.transaction(em -> calling(em).start(me, id));
    database.transaction(
        em ->
            calling(em)
                .finish(
                    me,
                    id,
                    new Outcome(
                        true, false, Optional.of(Referral.LANGUAGE_COURSE), Set.of(HOUSING))));

    database.transaction(
        em -> {
          Tickets tickets = TicketingDatabase.tickets(em);
          Ticket ticket = tickets.get(id);
          assertThat(ticket.status()).isEqualTo(TicketStatus.DONE);
          assertThat(ticket.issuedAt()).isEqualTo(TEN);
          assertThat(ticket.counter()).contains(COUNTER_1);
          assertThat(ticket.undoableUntil()).contains(TEN.plusSeconds(10));
          assertThat(tickets.listEvents(id)).hasSize(4);
          return null;
        });
    assertThat(noted(database)).containsExactly(true, false, "language-course", HOUSING);
    // the column once accepted any word
    database.execute(List.of("update ticket set referral = 'Frau Yılmaz', outcome_topics = 'a,b'"));
    database.transaction(em -> calling(em).undo(me, id));
    TicketStatus undone =
        database.transaction(em -> TicketingDatabase.tickets(em).get(id).status());
    assertThat(undone).isEqualTo(TicketStatus.SERVING);
  }

  @ParameterizedTest
  @EnumSource
  void aTransferIsUndoneInEveryDatabase(TestDatabase database) {
    TicketingDatabase.reset(database);
    TicketingDatabase.openEving(database);
    long id = issue(database, "k").ticket().id();
    handOn(database, id, "hoerde");

    List<Long> away =
        database.transaction(
            em ->
                TicketingDatabase.tickets(em)
                    .listHandedOn("hoerde", List.of("eving"), TODAY)
                    .stream()
                    .map(Ticket::id)
                    .toList());
    database.transaction(em -> calling(em).undo(me, id));

    assertThat(away).containsExactly(id);
    assertThat(counted(database, "hoerde")).isEqualTo(1);
    assertThat(counted(database, "eving")).isZero();
    assertThat(waitingIn(database, "hoerde")).isEqualTo(1);
    String left =
        database.transaction(em -> TicketingDatabase.tickets(em).findHandedOnBy(id).orElse("none"));
    assertThat(left).isEqualTo("none");
  }

  private static Object[] noted(TestDatabase database) {
    return database.transaction(
        em ->
            (Object[])
                em.createNativeQuery(
                        "select first_visit, counts_for_amif, referral, outcome_topics from ticket")
                    .getSingleResult());
  }

  @ParameterizedTest
  @EnumSource
  void leavingManyTimesAtOnceIsLeavingOnce(TestDatabase database) throws Exception {
    TicketingDatabase.reset(database);
    VisitorKey key = new VisitorKey(new byte[32]);
    String token = key.tokenFor(issue(database, null).ticket().id());

    race(
        THREADS,
        () ->
            database.transaction(
                em -> {
                  new FollowingTickets(
                          OFFICES,
                          TicketingDatabase.tickets(em),
                          TicketingDatabase.todaysLine(em, events),
                          key,
                          clock)
                      .leave(token);
                  return null;
                }));

    assertThat(events.names()).containsOnlyOnce("ticket.cancelled");
    assertThat(counted(database, "hoerde")).isZero();
  }

  /** Many threads transfer every visitor to the other office at once, in both directions. */
  @ParameterizedTest
  @EnumSource
  void crossingTransfersLoseNoVisitorAndCountEachOnce(TestDatabase database) throws Exception {
    TicketingDatabase.reset(database);
    TicketingDatabase.openEving(database);
    List<Long> visitors =
        IntStream.range(0, EACH).mapToObj(i -> issue(database, null).ticket().id()).toList();

    List<Integer> done =
        race(
            THREADS,
            thread ->
                () -> {
                  boolean fromHoerde = thread % 2 == 0;
                  return visitors.stream()
                      .mapToInt(v -> handOn(database, v, fromHoerde ? "hoerde" : "eving"))
                      .sum();
                });

    int inHoerde = waitingIn(database, "hoerde");
    int inEving = waitingIn(database, "eving");
    assertThat(done.stream().mapToInt(n -> n).sum()).isGreaterThanOrEqualTo(EACH);
    assertThat(inHoerde + inEving).isEqualTo(EACH);
    assertThat(counted(database, "hoerde")).isEqualTo(inHoerde);
    assertThat(counted(database, "eving")).isEqualTo(inEving);
  }

  /** The number of transfers by this thread: one, or none if the visitor is not in that office. */
  private int handOn(TestDatabase database, long ticket, String from) {
    String to = from.equals("hoerde") ? "eving" : "hoerde";
    try {
      database.transaction(
          em ->
              calling(em)
                  .transfer(
                      staffOf(from),
                      ticket,
                      new Transfer(Optional.empty(), Optional.empty(), Optional.of(to))));
      return 1;
    } catch (Refused notThere) {
      return 0;
    }
  }

  private static SignedIn staffOf(String office) {
    return new SignedIn(
        1,
        "counsellor",
        "Beratung",
        Set.of(Role.COUNSELLOR),
        Optional.of(office),
        Optional.empty(),
        "csrf");
  }

  /** Both of a tandem press at once: one visitor is called, the others are asked. */
  @ParameterizedTest
  @EnumSource
  void atOneCounterManyPressesOfNextAtOnceCallOneVisitor(TestDatabase database) throws Exception {
    TicketingDatabase.reset(database);
    for (int i = 0; i < THREADS; i++) {
      issue(database, null);
    }

    List<CallingTickets.Next> answers =
        race(THREADS, () -> database.transaction(em -> calling(em).nextUnlessBusy(me, COUNTER_1)));

    assertThat(answers).filteredOn(answer -> answer.called().isPresent()).hasSize(1);
    assertThat(answers).filteredOn(CallingTickets.Next::busy).hasSize(THREADS - 1);
  }

  /** Both of a tandem end the same visit at once: it ends once, and one next visitor is called. */
  @ParameterizedTest
  @EnumSource
  void aVisitThatBothOfATandemEndAtOnceEndsOnce(TestDatabase database) throws Exception {
    TicketingDatabase.reset(database);
    issue(database, null);
    issue(database, null);
    issue(database, null);
    long visit = database.transaction(em -> calling(em).next(me, COUNTER_1)).orElseThrow().id();

    List<Boolean> done =
        race(THREADS, () -> isDone(database, em -> calling(em).finishAndNext(me, visit).ended()));

    assertThat(done).containsOnlyOnce(true);
    assertThat(waitingIn(database, "hoerde")).isEqualTo(1);
    long finishes =
        database.transaction(
            em ->
                TicketingDatabase.tickets(em).listEvents(visit).stream()
                    .filter(event -> event.action() == TicketAction.FINISH)
                    .count());
    assertThat(finishes).isEqualTo(1);
  }

  /** One office undoes its transfers while the other one calls the same visitors urgent. */
  @ParameterizedTest
  @EnumSource
  void aTransferIsUndoneOrTakenAndNeverBoth(TestDatabase database) throws Exception {
    TicketingDatabase.reset(database);
    TicketingDatabase.openEving(database);
    List<Long> visitors =
        IntStream.range(0, EACH).mapToObj(i -> issue(database, null).ticket().id()).toList();
    visitors.forEach(visitor -> handOn(database, visitor, "hoerde"));

    List<List<Long>> done =
        race(
            THREADS,
            thread ->
                () ->
                    visitors.stream()
                        .filter(
                            visitor ->
                                thread % 2 == 0
                                    ? isDone(database, em -> calling(em).undo(me, visitor))
                                    : isDone(database, em -> hasten(em, visitor)))
                        .toList());

    List<Long> takenBack = every(2, 0, done);
    Set<Long> taken = Set.copyOf(every(2, 1, done));
    assertThat(takenBack).doesNotHaveDuplicates().doesNotContainAnyElementsOf(taken);
    assertThat(takenBack.size() + taken.size()).isEqualTo(EACH);
    assertThat(counted(database, "hoerde")).isEqualTo(takenBack.size());
    assertThat(counted(database, "eving")).isEqualTo(taken.size());
    for (Long visitor : visitors) {
      Instant key = database.transaction(em -> TicketingDatabase.tickets(em).get(visitor).key());
      assertThat(key).isEqualTo(taken.contains(visitor) ? TEN.minus(CallingOrder.URGENT) : TEN);
    }
  }

  private TicketView hasten(EntityManager entities, long visitor) {
    return calling(entities).hasten(staffOf("eving"), visitor, "medicine");
  }

  private static boolean isDone(TestDatabase database, Function<EntityManager, TicketView> change) {
    try {
      database.transaction(change);
      return true;
    } catch (Refused tooLate) {
      return false;
    }
  }

  /** The results of every n-th thread. */
  private static List<Long> every(int step, int first, List<List<Long>> done) {
    return IntStream.iterate(first, thread -> thread < done.size(), thread -> thread + step)
        .boxed()
        .flatMap(thread -> done.get(thread).stream())
        .toList();
  }

  private static int waitingIn(TestDatabase database, String office) {
    return database.transaction(
        em -> TicketingDatabase.tickets(em).listWaiting(office, TODAY, 0, 1000).size());
  }

  private static int counted(TestDatabase database, String office) {
    return database.transaction(em -> em.find(OfficeLine.class, office).waiting());
  }
}
