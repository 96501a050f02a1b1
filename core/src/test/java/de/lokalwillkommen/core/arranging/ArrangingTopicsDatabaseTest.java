package de.lokalwillkommen.core.arranging;

import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.core.booking.InMemoryAppointments;
import de.lokalwillkommen.core.kernel.AtOnce;
import de.lokalwillkommen.core.kernel.RecordedEvents;
import de.lokalwillkommen.core.kernel.Refused;
import de.lokalwillkommen.core.kernel.TestClock;
import de.lokalwillkommen.core.kernel.TestDatabase;
import de.lokalwillkommen.core.offices.Holidays;
import de.lokalwillkommen.core.offices.OfficeFixture;
import de.lokalwillkommen.core.offices.Topic;
import de.lokalwillkommen.core.offices.TopicData;
import de.lokalwillkommen.core.offices.TopicRule;
import de.lokalwillkommen.core.staff.InMemoryStaff;
import de.lokalwillkommen.core.staff.Role;
import de.lokalwillkommen.core.staff.SignedIn;
import de.lokalwillkommen.core.texts.TextParts;
import de.lokalwillkommen.core.texts.TopicName;
import de.lokalwillkommen.core.ticketing.InMemoryTickets;
import de.lokalwillkommen.core.ticketing.TicketFixture;
import de.lokalwillkommen.core.ticketing.TicketingDatabase;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Topics are changed over real databases, also by several editors at once. */
class ArrangingTopicsDatabaseTest {

  private static final Map<String, TopicRule> BOTH =
      Map.of("housing", TopicRule.NONE, "letters", TopicRule.NONE);
  private static final SignedIn ADMIN =
      new SignedIn(7, "x", "X", Set.of(Role.ADMIN), Optional.empty(), Optional.empty(), "csrf");
  private static final TopicData SHORT = new TopicData("key", "VOLUNTEER", 10, false, true);
  private static final int EDITORS = 6;

  private final TestClock clock = new TestClock(TicketFixture.TEN);

  private Impacts impacts() {
    return new Impacts(
        new InMemoryTickets(),
        new InMemoryAppointments(),
        new InMemoryStaff(),
        new Holidays(),
        TextParts.SHIPPED,
        clock);
  }

  private String tried(TestDatabase database, BiConsumer<EntityManager, RecordedEvents> change) {
    try {
      return database.transaction(
          em -> {
            change.accept(em, new RecordedEvents());
            return "done";
          });
    } catch (Refused refused) {
      return refused.refusal().key();
    }
  }

  private ArrangingTopics topics(EntityManager em, RecordedEvents events) {
    return new ArrangingTopics(
        OfficeFixture.arrangements(em),
        OfficeFixture.offices(OfficeFixture.hoerde()),
        impacts(),
        TextParts.naming(em, events, clock),
        events,
        clock);
  }

  private ArrangingOffices offices(EntityManager em, RecordedEvents events) {
    return new ArrangingOffices(
        OfficeFixture.arrangements(em),
        impacts(),
        TextParts.namingOffices(em, events, clock),
        events,
        clock);
  }

  private String changed(TestDatabase database, int version, TopicData data) {
    return tried(
        database, (em, events) -> topics(em, events).arrange(ADMIN, "housing", version, data));
  }

  private static List<Topic> list(TestDatabase database) {
    return database.transaction(em -> OfficeFixture.arrangements(em).listTopics());
  }

  @ParameterizedTest
  @EnumSource
  void everyChangeIsStored(TestDatabase database) {
    TicketingDatabase.reset(database);
    tried(database, (em, events) -> offices(em, events).advise(ADMIN, "hoerde", 0, BOTH, Set.of()));
    assertThat(changed(database, 0, SHORT)).isEqualTo("done");
    tried(database, (em, events) -> topics(em, events).move(ADMIN, "letters", true));
    tried(
        database,
        (em, events) ->
            assertThat(topics(em, events).retire(ADMIN, "letters", 0, Set.of())).isEmpty());

    List<Topic> topics = list(database);
    assertThat(topics).extracting(Topic::id).containsExactly("letters", "housing");
    assertThat(topics.get(1).data()).isEqualTo(SHORT);
    assertThat(topics.get(0).isRetired()).isTrue();
    assertThat(office(database)).containsExactly("housing");
    TicketingDatabase.reset(database);
  }

  @ParameterizedTest
  @EnumSource
  void ofSeveralNewTopicsWithTheSameNameEachHasAnIdentifierOfItsOwn(TestDatabase database)
      throws Exception {
    TicketingDatabase.reset(database);

    List<String> outcomes =
        AtOnce.race(
            EDITORS,
            editor ->
                () ->
                    tried(
                        database,
                        (em, events) ->
                            topics(em, events)
                                .add(ADMIN, SHORT, List.of(new TopicName("de", "Schulden", "")))));

    assertThat(outcomes).containsOnly("done");
    assertThat(list(database))
        .extracting(Topic::id)
        .contains("schulden", "schulden-2", "schulden-6")
        .doesNotHaveDuplicates();
    assertThat(list(database)).last().returns(SHORT, Topic::data);
    TicketingDatabase.reset(database);
  }

  private static List<String> office(TestDatabase database) {
    return database.transaction(
        em ->
            OfficeFixture.arrangements(em).get("hoerde").topics().stream().map(Topic::id).toList());
  }

  @ParameterizedTest
  @EnumSource
  void ofSeveralEditorsAtOnceOneSavesAndTheOthersAreTold(TestDatabase database) throws Exception {
    TicketingDatabase.reset(database);

    List<String> outcomes =
        AtOnce.race(
            EDITORS,
            editor ->
                () -> changed(database, 0, new TopicData("key", "ANY", 10 + editor, true, true)));

    assertThat(outcomes).containsOnlyOnce("done");
    assertThat(outcomes.stream().filter(o -> !o.equals("done")))
        .containsOnly("topic.changedMeanwhile");
    assertThat(list(database).get(0).data().usualMinutes())
        .isEqualTo(10 + outcomes.indexOf("done"));
    TicketingDatabase.reset(database);
  }

  /** Both take a lock that the other's reading waits for: no order of them may end in a circle. */
  @ParameterizedTest
  @EnumSource
  void topicsAndTheTopicsOfAnOfficeAreChangedAtOnce(TestDatabase database) throws Exception {
    TicketingDatabase.reset(database);

    List<String> outcomes =
        AtOnce.race(
            EDITORS,
            editor ->
                (Callable<String>)
                    () ->
                        editor % 2 == 0
                            ? tried(
                                database,
                                (em, events) ->
                                    topics(em, events).move(ADMIN, "letters", editor % 4 == 0))
                            : tried(
                                database,
                                (em, events) ->
                                    offices(em, events)
                                        .advise(
                                            ADMIN,
                                            "hoerde",
                                            0,
                                            Map.of("letters", TopicRule.NONE),
                                            Set.of())));

    assertThat(outcomes).allMatch(o -> o.equals("done") || o.equals("office.changedMeanwhile"));
    assertThat(office(database)).containsExactly("letters");
    TicketingDatabase.reset(database);
  }
}
