package de.lokalwillkommen.core.offices;

import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.core.dayorders.DayOrdersFixture;
import de.lokalwillkommen.core.kernel.Nudge;
import de.lokalwillkommen.core.kernel.TestClock;
import de.lokalwillkommen.core.kernel.TestDatabase;
import de.lokalwillkommen.core.ticketing.TicketFixture;
import de.lokalwillkommen.core.ticketing.TicketingDatabase;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Changes of an office are stored, over real databases. */
class OfficeArrangementsTest {

  private static final LocalDate DAY = LocalDate.of(2026, 12, 1);
  private static final LocalDate LATER = LocalDate.of(2027, 2, 1);

  private static void change(TestDatabase database, Consumer<Office> action) {
    database.transaction(
        em -> {
          action.accept(OfficeFixture.arrangements(em).get("hoerde"));
          return null;
        });
  }

  private static Office hoerde(TestDatabase database) {
    return database.transaction(em -> OfficeFixture.arrangements(em).get("hoerde"));
  }

  private static void close(TestDatabase database, LocalDate first, LocalDate last) {
    database.transaction(
        em -> {
          OfficeArrangements arrangements = OfficeFixture.arrangements(em);
          Office office = arrangements.get("hoerde");
          Closure closure = new Closure(first, last, "Umzug");
          arrangements.add(closure);
          return office.withClosure(closure);
        });
  }

  @ParameterizedTest
  @EnumSource
  void closuresAreStoredBesideExistingOnesAndDeleted(TestDatabase database) {
    TicketingDatabase.reset(database);
    database.execute(
        List.of("insert into closure values (3,'hoerde','2027-02-01','2027-02-02','Karneval')"));
    close(database, DAY, DAY.plusDays(4));

    List<Closure> kept = hoerde(database).closures();
    assertThat(kept).extracting(Closure::firstDay).containsExactly(DAY, LATER);
    assertThat(kept.get(0).reason()).isEqualTo("Umzug");
    assertThat(kept.get(0).id()).isNotEqualTo(3);
    assertThat(hoerde(database).hours().isClosedOn(DAY.plusDays(4))).isTrue();

    for (Closure closure : kept) {
      database.transaction(
          em -> {
            OfficeArrangements arrangements = OfficeFixture.arrangements(em);
            arrangements.remove(arrangements.get("hoerde").reopen(closure.id()));
            return null;
          });
    }
    assertThat(hoerde(database).closures()).isEmpty();
    assertThat(hoerde(database).hours().isClosedOn(DAY)).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void termsAndSlotsOfTopicsAreStored(TestDatabase database) {
    TicketingDatabase.reset(database);
    change(
        database,
        office ->
            office.bookOn(
                new BookingTerms(30, 14, 0, false, null), Map.of("housing", 2, "letters", 1)));

    Office first = hoerde(database);
    assertThat(first.bookingTerms().bookingDays()).isEqualTo(14);
    assertThat(first.bookingTerms().lateShare()).isZero();
    assertThat(first.bookingTerms().booksOutside()).isFalse();
    assertThat(first.bookingTerms().holdsLimit()).isEmpty();
    assertThat(first.slotsOfTopics()).isEqualTo(Map.of("housing", 2, "letters", 1));

    change(database, office -> office.bookOn(BookingTerms.USUAL, Map.of("housing", 3)));

    Office second = hoerde(database);
    assertThat(second.bookingTerms().holdsLimit()).isEqualTo(OptionalInt.of(20));
    assertThat(second.slotsOfTopics()).isEqualTo(Map.of("housing", 3));
  }

  @ParameterizedTest
  @EnumSource
  void decisionsAboutTopicsAreStored(TestDatabase database) {
    TicketingDatabase.reset(database);
    database.transaction(
        em -> {
          OfficeArrangements arrangements = OfficeFixture.arrangements(em);
          arrangements.get("hoerde").advise(arrangements.listTopics());
          return null;
        });
    change(
        database,
        office ->
            office.arrangeTopics(
                Map.of(
                    "housing", new TopicRule(Optional.empty(), Optional.of(45)),
                    "letters", new TopicRule(Optional.of(1), Optional.empty()))));

    Office first = hoerde(database);
    assertThat(first.topics()).extracting(Topic::id).startsWith("letters");
    assertThat(first.usualDuration(first.findTopic("housing").orElseThrow())).hasMinutes(45);

    change(
        database,
        office ->
            office.arrangeTopics(
                Map.of("housing", new TopicRule(Optional.empty(), Optional.of(50)))));

    Office second = hoerde(database);
    assertThat(second.topics()).extracting(Topic::id).startsWith("housing");
    assertThat(second.topicRules()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void theCacheIsReadAgainAfterAChange(TestDatabase database) {
    TicketingDatabase.reset(database);
    TestClock clock = new TestClock(TicketFixture.TEN);
    OfficeReader reader =
        new OfficeReader() {
          @Override
          List<Office> read(Instant now) {
            return database.transaction(
                em -> new OfficeReader(em, DayOrdersFixture.days(em)).read(now));
          }
        };
    JpaOffices offices = new JpaOffices(reader, new Holidays(), clock);
    assertThat(offices.get("hoerde").hours().isClosedOn(DAY)).isFalse();

    close(database, DAY, DAY);
    assertThat(offices.get("hoerde").hours().isClosedOn(DAY)).isFalse();
    OfficeArranged arranged = new OfficeArranged("hoerde", clock.instant());
    offices.forgetAfter(
        new Nudge(
            arranged.name(),
            arranged.office(),
            arranged.subject(),
            arranged.version(),
            arranged.at()));

    assertThat(offices.get("hoerde").hours().isClosedOn(DAY)).isTrue();
  }
}
