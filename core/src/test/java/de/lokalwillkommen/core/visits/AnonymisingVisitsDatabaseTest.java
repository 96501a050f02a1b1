package de.lokalwillkommen.core.visits;

import static de.lokalwillkommen.core.ticketing.TicketFixture.TEN;
import static de.lokalwillkommen.core.ticketing.TicketFixture.request;
import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.core.booking.BookingDatabase;
import de.lokalwillkommen.core.booking.BookingOffice;
import de.lokalwillkommen.core.kernel.AtOnce;
import de.lokalwillkommen.core.kernel.RecordedEvents;
import de.lokalwillkommen.core.kernel.TestClock;
import de.lokalwillkommen.core.kernel.TestDatabase;
import de.lokalwillkommen.core.offices.OfficeFixture;
import de.lokalwillkommen.core.ticketing.Actor;
import de.lokalwillkommen.core.ticketing.IssuingTickets;
import de.lokalwillkommen.core.ticketing.OfficeLine;
import de.lokalwillkommen.core.ticketing.Outcome;
import de.lokalwillkommen.core.ticketing.Referral;
import de.lokalwillkommen.core.ticketing.Series;
import de.lokalwillkommen.core.ticketing.Ticket;
import de.lokalwillkommen.core.ticketing.TicketEvent;
import de.lokalwillkommen.core.ticketing.TicketNumber;
import de.lokalwillkommen.core.ticketing.TicketView;
import de.lokalwillkommen.core.ticketing.TicketingDatabase;
import jakarta.persistence.EntityManager;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Eving is open until twelve, so its tickets go at two; Hörde never closes but at midnight. */
class AnonymisingVisitsDatabaseTest {

  private static final Instant TWO = TEN.plus(Duration.ofHours(4));

  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

  private final TestClock clock = new TestClock(TEN);
  private final RecordedEvents events = new RecordedEvents();

  private static void prepare(TestDatabase database) {
    BookingDatabase.reset(database, BookingOffice.hours(DayOfWeek.MONDAY, 11, 15, 2));
    BookingDatabase.addHours(database, "eving", BookingOffice.hours(DayOfWeek.MONDAY, 9, 12, 2));
    database.execute(
        List.of(
            "insert into counter (id, office_id, label, name) values (201,'eving','1','Raum 1')",
            "delete from counsellor where id = 71",
            "delete from organisation where id = 'caritas'",
            "insert into organisation (id, name) values ('caritas','Caritas')",
            "insert into counsellor (id, login, display_name, organisation_id, roles, languages,"
                + " topics) values (71,'c71','C','caritas','COUNSELLOR','ar','')",
            "insert into counter_shift (id, office_id, counter_id, counsellor_id, presence,"
                + " languages, topics, began_at, ended_at) values (1,'eving',201,71,'AVAILABLE',"
                + "'ar,de','','2026-11-23 07:00:00','2026-11-23 11:00:00')"));
  }

  private TicketView come(TestDatabase database, String office, String language) {
    return database.transaction(
        em -> issuing(em).walkIn(office, request(OfficeFixture.HOUSING, language, null)).ticket());
  }

  private IssuingTickets issuing(EntityManager em) {
    return new IssuingTickets(
        BookingDatabase.OFFICES,
        TicketingDatabase.tickets(em),
        TicketingDatabase.todaysLine(em, events),
        clock);
  }

  /** Waits ten minutes, comes in two, is served for 23. */
  private void serve(TestDatabase database, TicketView ticket) {
    step(database, ticket, 10, (line, t) -> t.callTo(201, line.nextCall(), clock.instant()));
    step(database, ticket, 2, (line, t) -> t.start(clock.instant()));
    Outcome outcome =
        new Outcome(true, false, Optional.of(Referral.HEALTH), Set.of(OfficeFixture.LETTERS));
    step(database, ticket, 23, (line, t) -> t.finish(outcome, clock.instant()));
  }

  private interface Step {
    TicketEvent take(OfficeLine line, Ticket ticket);
  }

  private void step(TestDatabase database, TicketView view, int minutes, Step step) {
    clock.passes(Duration.ofMinutes(minutes));
    database.transaction(
        em -> {
          var todays = TicketingDatabase.todaysLine(em, events);
          OfficeLine line =
              todays.open(BookingDatabase.OFFICES.get(view.office()), clock.instant());
          Ticket ticket = TicketingDatabase.tickets(em).get(view.id());
          todays.note(line, ticket, step.take(line, ticket));
          return null;
        });
  }

  @ParameterizedTest
  @EnumSource
  void anEndedTicketBecomesFactsTwoHoursAfterClosing(TestDatabase database) {
    prepare(database);
    Leaving leaving = new Leaving(database, clock);
    serve(database, come(database, "eving", "ar"));

    clock.is(TWO.minusSeconds(1));
    leaving.visits();
    assertThat(leaving.rows("select id from ticket")).hasSize(1);

    clock.is(TWO);
    leaving.visits();
    assertThat(leaving.rows("select id from ticket")).isEmpty();
    assertThat(leaving.rows("select id from ticket_event")).isEmpty();
    assertThat(
            leaving.rows(
                "select office_id, business_day, series, origin, half_hour, outcome,"
                    + " wait_minutes, way_minutes, service_minutes, transfers from visit"))
        .containsExactly("eving 2026-11-23 A WALK_IN 20 DONE 10 2 23 0");
    assertThat(leaving.rows("select in_month, kind, said, minutes from visit_property"))
        .containsExactlyInAnyOrder(
            "2026-11-01 PERSONS 1 null",
            "2026-11-01 TOPIC housing 15",
            "2026-11-01 LANGUAGE ar 0",
            "2026-11-01 OWN_LANGUAGE true null",
            "2026-11-01 ORGANISATION caritas null",
            "2026-11-01 FIRST_VISIT true null",
            "2026-11-01 COUNTS_FOR_AMIF false null",
            "2026-11-01 REFERRAL HEALTH null",
            "2026-11-01 DEALT_WITH letters null");
    assertThat(leaving.rows("select office_id, series, gone, highest from numbers_gone"))
        .containsExactly("eving A 1 1");
  }

  @ParameterizedTest
  @EnumSource
  void whoIsStillThereKeepsTheTicketUntilTheEnd(TestDatabase database) {
    prepare(database);
    Leaving leaving = new Leaving(database, clock);
    TicketView waiting = come(database, "eving", "de");

    clock.is(TWO);
    leaving.visits();
    assertThat(leaving.rows("select id from ticket")).hasSize(1);

    step(database, waiting, 5, (line, t) -> t.cancel(Actor.VISITOR, clock.instant()));
    leaving.visits();
    assertThat(leaving.rows("select id from ticket")).as("it can still be undone").hasSize(1);

    clock.passes(Duration.ofSeconds(11));
    leaving.visits();
    assertThat(leaving.rows("select id from ticket")).isEmpty();
    assertThat(leaving.rows("select outcome, wait_minutes from visit"))
        .containsExactly("CANCELLED null");
  }

  @ParameterizedTest
  @EnumSource
  void aServerThatWasOffCatchesUpInBoundedRounds(TestDatabase database) {
    prepare(database);
    Leaving leaving = new Leaving(database, clock);
    IntStream.range(0, AnonymisingVisits.AT_ONCE + 20)
        .forEach(i -> come(database, "hoerde", i % 2 == 0 ? "de" : "ar"));

    clock.passes(Duration.ofDays(3));
    TicketView today = come(database, "hoerde", "de");
    clock.passes(Duration.ofMinutes(5));
    leaving.visits();
    assertThat(leaving.rows("select id from ticket")).containsExactly("" + today.id());
    assertThat(leaving.rows("select outcome, count(*) from visit group by outcome"))
        .containsExactly("EXPIRED 120");
    assertThat(leaving.rows("select gone, highest from numbers_gone")).containsExactly("120 120");
  }

  /** Two servers anonymise a day of which visitors and counsellors still take tickets. */
  @ParameterizedTest
  @EnumSource
  void theOfficeGoesOnWhileTicketsLeave(TestDatabase database) throws Exception {
    prepare(database);
    IntStream.range(0, 150).forEach(i -> come(database, "hoerde", "de"));
    clock.passes(Duration.ofDays(1));
    come(database, "hoerde", "de");
    clock.passes(Duration.ofMinutes(1));
    Leaving leaving = new Leaving(database, clock);

    AtOnce.race(
        4,
        thread ->
            () -> {
              if (thread < 2) {
                leaving.visits();
              } else {
                IntStream.range(0, 20).forEach(i -> come(database, "hoerde", "ar"));
              }
              return thread;
            });

    assertThat(leaving.rows("select count(*) from ticket")).containsExactly("41");
    assertThat(leaving.rows("select max(series_number) from ticket")).containsExactly("41");
    assertThat(leaving.rows("select count(*) from visit")).containsExactly("150");
    assertThat(leaving.rows("select gone, highest from numbers_gone")).containsExactly("150 150");
  }

  /** Half of the tickets were brought to another office: both count in the same row. */
  @ParameterizedTest
  @EnumSource
  void roundsOfTwoOfficesCountEachNumber(TestDatabase database) throws Exception {
    prepare(database);
    IntStream.range(0, 120).forEach(i -> come(database, "hoerde", "de"));
    database.execute(
        List.of(
            "update ticket set office_id = 'eving' where mod(series_number, 2) = 0",
            "update ticket set status = 'EXPIRED'",
            "insert into numbers_gone (office_id, business_day, series, gone, highest)"
                + " values ('hoerde', '2026-11-23', 'A', 0, 0)"));
    clock.passes(Duration.ofDays(1));
    Leaving leaving = new Leaving(database, clock);

    AtOnce.race(
        2,
        thread ->
            () -> {
              leaving.visits(thread == 0 ? "hoerde" : "eving");
              return thread;
            });

    assertThat(leaving.rows("select count(*) from visit")).containsExactly("120");
    assertThat(leaving.rows("select gone, highest from numbers_gone")).containsExactly("120 120");
  }

  @ParameterizedTest
  @EnumSource
  void numbersGoOnAfterTheTicketsHaveGone(TestDatabase database) {
    prepare(database);
    TicketView first = come(database, "eving", "de");
    serve(database, first);
    clock.is(TWO);
    new Leaving(database, clock).visits();

    database.transaction(
        em -> {
          var tickets = TicketingDatabase.tickets(em);
          assertThat(tickets.isGiven("eving", DAY, new TicketNumber(Series.A, 1))).isTrue();
          return null;
        });
  }

  @ParameterizedTest
  @EnumSource
  void workingTimesGoADayAfterTheShift(TestDatabase database) {
    prepare(database);
    Leaving leaving = new Leaving(database, clock);
    Instant noon = TEN.plus(Duration.ofHours(2));

    clock.is(noon.plus(Duration.ofHours(24)));
    leaving.visits();
    assertThat(leaving.rows("select id from counter_shift")).hasSize(1);

    clock.passes(Duration.ofSeconds(1));
    leaving.visits();
    assertThat(leaving.rows("select id from counter_shift")).isEmpty();
  }

  /** Topic, language and time of one information would tell what a person asked. */
  @ParameterizedTest
  @EnumSource
  void anInformationAtTheDoorBecomesFactsWhenItsDayHasPassed(TestDatabase database) {
    BookingDatabase.reset(database);
    Leaving leaving = new Leaving(database, clock);
    database.execute(
        List.of(
            "insert into enquiry (id, office_id, business_day, topic_id, language, organisation,"
                + " request_key, counted_at) values (7, 'hoerde', '2026-11-23', 'housing', 'ar',"
                + " null, 'key', '2026-11-23 09:00:00')"));

    leaving.enquiries();
    assertThat(leaving.rows("select id from enquiry")).hasSize(1);

    clock.passes(Duration.ofDays(1));
    leaving.enquiries();
    assertThat(leaving.rows("select id from enquiry")).isEmpty();
    assertThat(leaving.rows("select in_month, kind, said, minutes from visit_property"))
        .containsExactlyInAnyOrder(
            "2026-11-01 ENQUIRY_TOPIC housing null", "2026-11-01 ENQUIRY_LANGUAGE ar null");
  }
}
