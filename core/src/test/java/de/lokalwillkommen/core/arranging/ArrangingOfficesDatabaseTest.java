package de.lokalwillkommen.core.arranging;

import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.core.booking.InMemoryAppointments;
import de.lokalwillkommen.core.kernel.AtOnce;
import de.lokalwillkommen.core.kernel.RecordedEvents;
import de.lokalwillkommen.core.kernel.Refused;
import de.lokalwillkommen.core.kernel.TestClock;
import de.lokalwillkommen.core.kernel.TestDatabase;
import de.lokalwillkommen.core.offices.Counter;
import de.lokalwillkommen.core.offices.CounterEntry;
import de.lokalwillkommen.core.offices.CounterSign;
import de.lokalwillkommen.core.offices.Holidays;
import de.lokalwillkommen.core.offices.Office;
import de.lokalwillkommen.core.offices.OfficeData;
import de.lokalwillkommen.core.offices.OfficeFixture;
import de.lokalwillkommen.core.offices.OfficeTemplate;
import de.lokalwillkommen.core.offices.OpeningTimes;
import de.lokalwillkommen.core.offices.Topic;
import de.lokalwillkommen.core.offices.TopicRule;
import de.lokalwillkommen.core.offices.WeekRhythm;
import de.lokalwillkommen.core.staff.InMemoryStaff;
import de.lokalwillkommen.core.staff.Role;
import de.lokalwillkommen.core.staff.SignedIn;
import de.lokalwillkommen.core.texts.TextParts;
import de.lokalwillkommen.core.ticketing.InMemoryTickets;
import de.lokalwillkommen.core.ticketing.TicketFixture;
import de.lokalwillkommen.core.ticketing.TicketingDatabase;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Offices are founded and changed over real databases, also by several editors at once. */
class ArrangingOfficesDatabaseTest {

  private static final SignedIn ADMIN =
      new SignedIn(7, "x", "X", Set.of(Role.ADMIN), Optional.empty(), Optional.empty(), "csrf");
  private static final LocalDate A_TUESDAY = LocalDate.of(2026, 11, 24);
  private static final int EDITORS = 4;

  private static void change(TestDatabase database, Consumer<ArrangingOffices> change) {
    TestClock clock = new TestClock(TicketFixture.TEN);
    database.transaction(
        em -> {
          Impacts impacts =
              new Impacts(
                  new InMemoryTickets(),
                  new InMemoryAppointments(),
                  new InMemoryStaff(),
                  new Holidays(),
                  TextParts.SHIPPED,
                  clock);
          change.accept(
              new ArrangingOffices(
                  OfficeFixture.arrangements(em),
                  impacts,
                  TextParts.namingOffices(em, new RecordedEvents(), clock),
                  new RecordedEvents(),
                  clock));
          return null;
        });
  }

  private static String tried(TestDatabase database, Consumer<ArrangingOffices> change) {
    try {
      change(database, change);
      return "done";
    } catch (Refused refused) {
      return refused.refusal().key();
    }
  }

  private static Office office(TestDatabase database, String id) {
    return database.transaction(em -> OfficeFixture.arrangements(em).get(id));
  }

  private static OfficeData named(String name) {
    return new OfficeData(
        name,
        "Am Markt 1",
        OfficeFixture.BERLIN,
        Optional.of("nw"),
        10,
        5,
        2,
        Optional.of(40),
        30,
        false,
        List.of("ar", "de"));
  }

  private static void found(ArrangingOffices arranging, String name) {
    arranging.found(ADMIN, OfficeTemplate.OUTPOST.found("marten", named(name), "Raum", A_TUESDAY));
  }

  @ParameterizedTest
  @EnumSource
  void aFoundedOfficeIsReadWithAllItsParts(TestDatabase database) {
    TicketingDatabase.reset(database);
    change(database, arranging -> found(arranging, "Marten"));

    Office marten = office(database, "marten");
    assertThat(marten.data()).isEqualTo(named("Marten"));
    assertThat(marten.isOutpost()).isTrue();
    assertThat(marten.counters()).extracting(Counter::name).containsExactly("Raum 1");
    assertThat(marten.openingTimes())
        .extracting(OpeningTimes::rhythm)
        .containsExactly(new WeekRhythm(2, A_TUESDAY));
    assertThat(marten.topics()).extracting(Topic::id).containsExactly("housing", "letters");
  }

  @ParameterizedTest
  @EnumSource
  void theFirstOfficeOfAnEmptyDatabaseBringsTheUsualTopics(TestDatabase database) {
    TicketingDatabase.reset(database);
    database.execute(
        List.of("delete from office_line", "delete from counter", "delete from topic"));
    change(database, arranging -> found(arranging, "Marten"));

    assertThat(office(database, "marten").topics()).hasSize(10);
    TicketingDatabase.reset(database);
  }

  @ParameterizedTest
  @EnumSource
  void everyChangeIsStored(TestDatabase database) {
    TicketingDatabase.reset(database);
    change(database, a -> found(a, "Marten"));
    OpeningTimes friday =
        new OpeningTimes(
            DayOfWeek.FRIDAY,
            540,
            720,
            new WeekRhythm(3, A_TUESDAY),
            Optional.of(A_TUESDAY),
            Optional.of(A_TUESDAY.plusYears(1)));
    change(database, a -> a.open(ADMIN, "marten", 0, List.of(friday), Set.of()));
    long first = office(database, "marten").findCounter("1").orElseThrow().id();
    CounterEntry room = new CounterEntry(Optional.of(first), new CounterSign("1", "Raum 1"));
    arrange(database, 1, room, counter("2", "Saal"));
    arrange(database, 2, counter("2", "Saal"));
    change(
        database, a -> a.advise(ADMIN, "marten", 3, Map.of("letters", TopicRule.NONE), Set.of()));
    Optional<LocalDate> end = Optional.of(A_TUESDAY.plusDays(7));
    change(database, a -> a.closeForGood(ADMIN, "marten", 4, end, Set.of()));

    Office marten = office(database, "marten");
    assertThat(marten.openingTimes()).containsExactly(friday);
    assertThat(marten.counters()).extracting(Counter::name).containsExactly("Saal");
    assertThat(marten.findCounter(first)).isPresent();
    assertThat(marten.topics()).extracting(Topic::id).containsExactly("letters");
    assertThat(marten.closedFrom()).isEqualTo(end);
    assertThat(marten.version()).isEqualTo(5);

    arrange(database, 5, counter("1", "Flur"));
    assertThat(office(database, "marten").findCounter("1").orElseThrow().id()).isEqualTo(first);
  }

  private static CounterEntry counter(String label, String name) {
    return CounterEntry.of(new CounterSign(label, name));
  }

  private static void arrange(TestDatabase database, int version, CounterEntry... entries) {
    change(database, a -> a.arrangeCounters(ADMIN, "marten", version, List.of(entries), Set.of()));
  }

  @ParameterizedTest
  @EnumSource
  void countersChangeTheirLabelsAndTheirOrderAtOnce(TestDatabase database) {
    TicketingDatabase.reset(database);
    change(
        database,
        a ->
            a.arrangeCounters(
                ADMIN,
                "hoerde",
                0,
                List.of(
                    new CounterEntry(Optional.of(102L), new CounterSign("1", "Raum 2")),
                    counter("3", "Flur"),
                    new CounterEntry(Optional.of(101L), new CounterSign("2", "Raum 1"))),
                Set.of()));

    assertThat(office(database, "hoerde").counters())
        .extracting(c -> c.label() + " " + c.name())
        .containsExactly("1 Raum 2", "3 Flur", "2 Raum 1");
    assertThat(office(database, "hoerde").findCounter("1").orElseThrow().id()).isEqualTo(102);
  }

  @ParameterizedTest
  @EnumSource
  void severalPartsAreSavedInOneTransaction(TestDatabase database) throws Exception {
    TicketingDatabase.reset(database);

    change(
        database,
        arranging ->
            new ArrangingTogether(arranging, null)
                .changeOffice(
                    ADMIN,
                    "hoerde",
                    0,
                    new OfficeChanges(
                        Optional.of(named("Neu")),
                        Optional.empty(),
                        Optional.of(Set.of("letters")),
                        Optional.empty(),
                        Optional.empty()),
                    Set.of()));

    assertThat(office(database, "hoerde").name()).isEqualTo("Neu");
    assertThat(office(database, "hoerde").topics()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void ofSeveralEditorsAtOnceOneSavesAndTheOthersAreTold(TestDatabase database) throws Exception {
    TicketingDatabase.reset(database);

    List<String> outcomes =
        AtOnce.race(
            EDITORS,
            editor ->
                () ->
                    tried(
                        database,
                        a -> a.arrange(ADMIN, "hoerde", 0, named("N" + editor), Set.of())));

    assertThat(outcomes).containsOnlyOnce("done");
    assertThat(outcomes.stream().filter(o -> !o.equals("done")))
        .hasSize(EDITORS - 1)
        .containsOnly("office.changedMeanwhile");
    assertThat(office(database, "hoerde").name()).isEqualTo("N" + outcomes.indexOf("done"));
  }

  @ParameterizedTest
  @EnumSource
  void ofSeveralFoundingsOfASlugAtOnceOneSucceeds(TestDatabase database) throws Exception {
    TicketingDatabase.reset(database);

    List<String> outcomes =
        AtOnce.race(EDITORS, editor -> () -> tried(database, a -> found(a, "N" + editor)));

    assertThat(outcomes).containsOnlyOnce("done");
    assertThat(outcomes.stream().filter(o -> !o.equals("done")))
        .hasSize(EDITORS - 1)
        .containsOnly("office.slugTaken");
    assertThat(office(database, "marten").name()).isEqualTo("N" + outcomes.indexOf("done"));
  }
}
