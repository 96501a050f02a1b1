package de.lokalwillkommen.core.arranging;

import static de.lokalwillkommen.core.kernel.Refusals.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.core.booking.InMemoryAppointments;
import de.lokalwillkommen.core.kernel.Changed;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.offices.Holidays;
import de.lokalwillkommen.core.offices.Office;
import de.lokalwillkommen.core.offices.OfficeArranged;
import de.lokalwillkommen.core.offices.OfficeArrangements;
import de.lokalwillkommen.core.offices.OfficeFixture;
import de.lokalwillkommen.core.offices.Topic;
import de.lokalwillkommen.core.offices.TopicData;
import de.lokalwillkommen.core.staff.Role;
import de.lokalwillkommen.core.staff.SignedIn;
import de.lokalwillkommen.core.texts.TextParts;
import de.lokalwillkommen.core.texts.TopicName;
import de.lokalwillkommen.core.ticketing.TicketingOffice;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ArrangingTopicsTest {

  private static final TopicData SHORT = new TopicData("key", "ANY", 10, true, false);
  private static final Set<String> NONE_TOLD = Set.of();

  private final TicketingOffice hoerde = new TicketingOffice(OfficeFixture.hoerde());
  private final OfficeArrangements arrangements = OfficeFixture.arrangements(hoerde.offices);
  private final TextParts.Names names = new TextParts.Names();
  private final ArrangingTopics arranging =
      new ArrangingTopics(
          arrangements,
          hoerde.offices,
          new Impacts(
              hoerde.tickets,
              new InMemoryAppointments(),
              hoerde.staff,
              new Holidays(),
              TextParts.SHIPPED,
              hoerde.clock),
          names.naming(hoerde.events, hoerde.clock),
          hoerde.events,
          hoerde.clock);
  private final TopicPlan plan = new TopicPlan(arrangements, hoerde.offices);
  private final SignedIn admin = signedIn(Role.ADMIN);

  private static SignedIn signedIn(Role role) {
    return new SignedIn(7, "x", "X", Set.of(role), Optional.of("hoerde"), Optional.empty(), "csrf");
  }

  @BeforeEach
  void theCatalogueIsThatOfTheOffice() {
    office().topics().forEach(arrangements::add);
  }

  private Office office() {
    return hoerde.offices.get("hoerde");
  }

  private TopicSettings topic(String id) {
    return plan.list().stream().filter(t -> t.id().equals(id)).findFirst().orElseThrow();
  }

  private void retire(String id, Set<String> told) {
    assertThat(arranging.retire(admin, id, topic(id).version(), told)).isEmpty();
  }

  @Test
  void aChangeAppliesInAllOfficesAndIsInTheHistory() {
    arranging.arrange(admin, "housing", 0, SHORT);

    assertThat(office().findTopic("housing").map(Topic::data)).contains(SHORT);
    assertThat(topic("housing").offices()).containsExactly("Hörde");
    assertThat(hoerde.events.published(Changed.class))
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.office()).isEmpty();
              assertThat(change.kind()).isEqualTo("topic");
              assertThat(change.key()).isEqualTo("housing");
              assertThat(change.after()).contains("\"usualMinutes\":10", "\"bookable\":false");
            });
    assertThat(hoerde.events.published(OfficeArranged.class))
        .extracting(OfficeArranged::office)
        .containsExactly("hoerde");
  }

  @Test
  void theSecondOfTwoEditorsIsToldAndNothingIsLost() {
    arranging.arrange(admin, "housing", 0, SHORT);

    assertThat(refusalOf(() -> arranging.arrange(admin, "housing", 0, SHORT)))
        .satisfies(
            refusal -> {
              assertThat(refusal.kind()).isEqualTo(Kind.CHANGED_MEANWHILE);
              assertThat(refusal.key()).isEqualTo("topic.changedMeanwhile");
            });
  }

  @Test
  void aTopicThatIsGivenUpIsOfferedNowhereAndComesBackWhereItWas() {
    retire("letters", NONE_TOLD);
    assertThat(office().topics()).extracting(Topic::id).containsExactly("housing");
    assertThat(office().findTopic("letters")).isEmpty();

    office().advise(List.of(office().findTopic("housing").orElseThrow()));
    arranging.restore(admin, "letters", topic("letters").version());

    assertThat(office().topics()).extracting(Topic::id).contains("housing", "letters");
  }

  @Test
  void peopleWhoWaitForItAreShownBeforeItIsGivenUp() {
    hoerde.visitorIn("hoerde", "letters", "de");

    List<OfficeImpact> affected = arranging.retire(admin, "letters", 0, NONE_TOLD);
    assertThat(affected).containsExactly(new OfficeImpact(OfficeImpact.Kind.WAITING, "letters", 1));
    assertThat(topic("letters").retired()).isFalse();

    retire("letters", Set.of(affected.get(0).key()));
    assertThat(topic("letters").retired()).isTrue();
  }

  @Test
  void thePeopleOfAllOfficesAreCountedTogether() {
    assertThat(
            OfficeImpact.together(
                List.of(
                    new OfficeImpact(OfficeImpact.Kind.WAITING, "letters", 1),
                    new OfficeImpact(OfficeImpact.Kind.BOOKED, "letters", 4),
                    new OfficeImpact(OfficeImpact.Kind.WAITING, "letters", 2))))
        .containsExactly(
            new OfficeImpact(OfficeImpact.Kind.WAITING, "letters", 3),
            new OfficeImpact(OfficeImpact.Kind.BOOKED, "letters", 4));
  }

  @Test
  void theLastTopicOfAnOfficeStays() {
    retire("letters", NONE_TOLD);

    assertThat(refusalOf(() -> arranging.retire(admin, "housing", 0, NONE_TOLD)).key())
        .isEqualTo("topic.last");
  }

  @Test
  void theOrderChangesByOnePlaceAndEndsAtTheEnds() {
    arranging.move(admin, "letters", true);
    assertThat(hoerde.events.published(Changed.class).get(0).after())
        .contains("\"letters, housing\"");

    arranging.move(admin, "letters", false);
    arranging.move(admin, "letters", false);

    assertThat(hoerde.events.published(Changed.class))
        .extracting(Changed::after)
        .hasSize(2)
        .last()
        .asString()
        .contains("\"housing, letters\"");
  }

  @ParameterizedTest
  @CsvSource({
    "skull, ANY, 20, true, true, topic.pictogram",
    "home, CATS, 20, true, true, topic.audience",
    "home, ANY, 4, true, true, topic.usualMinutes",
    "home, ANY, 241, true, true, topic.usualMinutes",
    "home, ANY, 20, false, false, topic.walkIn"
  })
  void whatDoesNotFitIsRefusedWithItsField(
      String pictogram,
      String audience,
      int minutes,
      boolean walkIn,
      boolean bookable,
      String refusal) {
    assertThat(refusalOf(() -> new TopicData(pictogram, audience, minutes, walkIn, bookable)).key())
        .isEqualTo(refusal);
  }

  @ParameterizedTest
  @EnumSource(value = Role.class, mode = EnumSource.Mode.EXCLUDE, names = "ADMIN")
  void onlyAdministratorsChangeWhatAllOfficesShare(Role role) {
    SignedIn other = signedIn(role);

    for (var change :
        List.<ThrowingCallable>of(
            () -> arranging.arrange(other, "housing", 0, SHORT),
            () -> arranging.retire(other, "housing", 0, NONE_TOLD),
            () -> arranging.restore(other, "housing", 0),
            () -> arranging.move(other, "housing", true))) {
      assertThat(refusalOf(change).kind()).isEqualTo(Kind.NOT_ALLOWED);
    }
  }

  @Test
  void aTopicThatDoesNotExistIsUnknown() {
    assertThat(refusalOf(() -> arranging.arrange(admin, "cats", 0, SHORT)).kind())
        .isEqualTo(Kind.UNKNOWN);
  }

  private static TopicName name(String language, String name) {
    return new TopicName(language, name, "");
  }

  @Test
  void aTopicOfTheInstallationHasNamesAndAnIdentifier() {
    String id =
        arranging.add(
            admin,
            SHORT,
            List.of(new TopicName("de", "Müll & Straße", "Sperrmüll"), name("ar", "نفايات")));

    assertThat(id).isEqualTo("muell-strasse");
    assertThat(topic(id).data()).isEqualTo(SHORT);
    assertThat(plan.list()).last().returns(id, TopicSettings::id);
    assertThat(topic(id).offices()).isEmpty();
    assertThat(names.overlay().of("de"))
        .containsEntry("web/topic.muell-strasse", "Müll & Straße")
        .containsEntry("web/topic.muell-strasse.description", "Sperrmüll");
    assertThat(names.overlay().of("ar"))
        .containsEntry("web/topic.muell-strasse.description", "نفايات");
    assertThat(hoerde.events.published(Changed.class).get(0).action()).isEqualTo("OPEN");
  }

  @Test
  void anIdentifierIsNeverThatOfAnotherTopicOrOfAShippedName() {
    assertThat(arranging.add(admin, SHORT, List.of(name("de", "Housing")))).isEqualTo("housing-2");
    assertThat(arranging.add(admin, SHORT, List.of(name("de", "?!")))).isEqualTo("topic");
    assertThat(arranging.add(admin, SHORT, List.of(name("de", "?!")))).isEqualTo("topic-2");
    assertThat(arranging.add(admin, SHORT, List.of(name("de", "x".repeat(60))))).hasSize(30);
  }

  @Test
  void aTopicNeedsAGermanName() {
    assertThat(refusalOf(() -> arranging.add(admin, SHORT, List.of(name("ar", "x")))).facts())
        .containsEntry("field", "name-de");
    assertThat(refusalOf(() -> name("de", " ")).facts()).containsEntry("field", "name-de");
    assertThat(refusalOf(() -> name("ar", "{0}")).key()).isEqualTo("text.arguments");
    assertThat(refusalOf(() -> name("ar", "x".repeat(61))).key()).isEqualTo("text.tooLong");
  }

  @Test
  void aShippedTopicIsRenamedAndGetsItsNameBack() {
    arranging.arrange(admin, "housing", 0, SHORT, List.of(name("de", "Wohnen")), 0);
    assertThat(names.overlay().of("de")).containsEntry("web/topic.housing", "Wohnen");

    arranging.arrange(admin, "housing", 1, SHORT, List.of(name("de", "Wohnung")), 1);
    assertThat(names.overlay().of("de")).doesNotContainKey("web/topic.housing");
  }

  @Test
  void theSecondWhoNamesATopicIsTold() {
    arranging.arrange(admin, "housing", 0, SHORT, List.of(name("ar", "بيت")), 0);

    assertThat(
            refusalOf(
                    () ->
                        arranging.arrange(
                            admin, "housing", 1, SHORT, List.of(name("ar", "دار")), 0))
                .key())
        .isEqualTo("text.changedMeanwhile");
    // the refusal takes nothing back in memory
    int version = topic("housing").version();
    arranging.arrange(admin, "housing", version, SHORT, List.of(name("ar", "")), 9);
    assertThat(names.overlay().of("ar")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ADMIN")
  void onlyAdministratorsAddTopics(Role role) {
    assertThat(
            refusalOf(() -> arranging.add(signedIn(role), SHORT, List.of(name("de", "x")))).kind())
        .isEqualTo(Kind.NOT_ALLOWED);
  }
}
