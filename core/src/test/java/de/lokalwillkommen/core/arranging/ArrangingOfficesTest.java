package de.lokalwillkommen.core.arranging;

import static de.lokalwillkommen.core.kernel.Refusals.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.core.booking.InMemoryAppointments;
import de.lokalwillkommen.core.kernel.Changed;
import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.offices.Counter;
import de.lokalwillkommen.core.offices.CounterEntry;
import de.lokalwillkommen.core.offices.CounterSign;
import de.lokalwillkommen.core.offices.Holidays;
import de.lokalwillkommen.core.offices.Office;
import de.lokalwillkommen.core.offices.OfficeArrangements;
import de.lokalwillkommen.core.offices.OfficeData;
import de.lokalwillkommen.core.offices.OfficeFixture;
import de.lokalwillkommen.core.offices.OfficeFounding;
import de.lokalwillkommen.core.offices.OfficeTemplate;
import de.lokalwillkommen.core.offices.OpeningTimes;
import de.lokalwillkommen.core.offices.Topic;
import de.lokalwillkommen.core.offices.TopicRule;
import de.lokalwillkommen.core.offices.WeekRhythm;
import de.lokalwillkommen.core.staff.CounterShift;
import de.lokalwillkommen.core.staff.Role;
import de.lokalwillkommen.core.staff.SignedIn;
import de.lokalwillkommen.core.staff.Skills;
import de.lokalwillkommen.core.texts.NativeCheck;
import de.lokalwillkommen.core.texts.OfficeName;
import de.lokalwillkommen.core.texts.TextFilter;
import de.lokalwillkommen.core.texts.TextParts;
import de.lokalwillkommen.core.texts.TextSettings;
import de.lokalwillkommen.core.ticketing.TicketingOffice;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArrangingOfficesTest {

  private static final Set<String> NONE_TOLD = Set.of();
  private static final LocalDate A_TUESDAY = LocalDate.of(2026, 11, 24);
  private static final OfficeData MARTEN =
      OfficeData.usual("Marten", "Am Markt 1", OfficeFixture.BERLIN, Optional.of("nw"));

  private final TicketingOffice hoerde = new TicketingOffice(OfficeFixture.hoerde());
  private final OfficeArrangements arrangements = OfficeFixture.arrangements(hoerde.offices);
  private final TextParts.Names names = new TextParts.Names();
  private final ArrangingOffices arranging =
      new ArrangingOffices(
          arrangements,
          new Impacts(
              hoerde.tickets,
              new InMemoryAppointments(),
              hoerde.staff,
              new Holidays(),
              TextParts.SHIPPED,
              hoerde.clock),
          names.namingOffices(hoerde.events, hoerde.clock),
          hoerde.events,
          hoerde.clock);
  private final ArrangingTogether together = new ArrangingTogether(arranging, null);
  private final SignedIn admin = signedIn(Role.ADMIN, Optional.empty());
  private final SignedIn lead = signedIn(Role.OFFICE_LEAD, Optional.of("hoerde"));

  private static SignedIn signedIn(Role role, Optional<String> office) {
    return new SignedIn(7, "x", "X", Set.of(role), office, Optional.empty(), "csrf");
  }

  private static OfficeFounding outpost(String slug) {
    return OfficeTemplate.OUTPOST.found(slug, MARTEN, "Raum", A_TUESDAY);
  }

  private Office office() {
    return arrangements.get("hoerde");
  }

  @Test
  void anOutpostBeginsWithOneCounterEverySecondTuesdayAndTheUsualTopics() {
    arranging.found(admin, outpost("marten"));

    Office marten = arrangements.get("marten");
    assertThat(marten.isOutpost()).isTrue();
    assertThat(marten.data()).isEqualTo(MARTEN);
    assertThat(marten.counters()).extracting(Counter::name).containsExactly("Raum 1");
    assertThat(marten.topics()).hasSize(10);
    assertThat(marten.hours().openAt(Instant.parse("2026-11-24T09:30:00Z"))).isPresent();
    assertThat(marten.hours().openAt(Instant.parse("2026-12-01T09:30:00Z"))).isEmpty();
    assertThat(marten.hours().openAt(Instant.parse("2026-12-08T09:30:00Z"))).isPresent();
  }

  @Test
  void aNeighbourhoodOfficeBeginsWithThreeCountersAndFourDays() {
    arranging.found(
        admin, OfficeTemplate.NEIGHBOURHOOD.found("dorstfeld", MARTEN, "Raum", A_TUESDAY));

    Office office = arrangements.get("dorstfeld");
    assertThat(office.counters()).extracting(Counter::label).containsExactly("1", "2", "3");
    assertThat(office.openingTimes())
        .extracting(OpeningTimes::weekday)
        .containsExactly(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY);
    assertThat(office.isOutpost()).isFalse();
  }

  @Test
  void aCopyHasTheHoursCountersAndTopicsOfItsModel() {
    arranging.foundLike(admin, "hoerde", "marten", MARTEN);

    Office copy = arrangements.get("marten");
    assertThat(copy.name()).isEqualTo("Marten");
    assertThat(copy.openingTimes()).isEqualTo(office().openingTimes());
    assertThat(copy.counters()).extracting(Counter::label).containsExactly("1", "2");
    assertThat(copy.topics()).extracting(Topic::id).containsExactly("housing", "letters");
  }

  @Test
  void aFoundingIsWrittenIntoTheHistoryAndTellsTheApplications() {
    arranging.found(admin, outpost("marten"));

    assertThat(hoerde.events.names()).containsExactly("arrangement.changed", "office.arranged");
    Changed change = (Changed) hoerde.events.all().get(0);
    assertThat(change.kind() + change.key() + change.action()).isEqualTo("officemartenFOUND");
    assertThat(change.after()).contains("\"name\":\"Marten\"");
  }

  @Test
  void aSlugIsGivenOnce() {
    arranging.found(admin, outpost("marten"));

    assertThat(refusalOf(() -> arranging.found(admin, outpost("marten"))).key())
        .isEqualTo("office.slugTaken");
  }

  private void name(SignedIn who, String language, String name, long seen) {
    arranging.arrange(
        who,
        "hoerde",
        office().version(),
        office().data(),
        List.of(new OfficeName(language, name)),
        seen,
        NONE_TOLD);
  }

  @Test
  void anOfficeHasNamesInOtherLanguagesWhichAreNoTextsOfTheProduct() {
    name(lead, "ar", " هورده ", 0);

    assertThat(names.overlay().of("ar")).containsEntry("web/officeName.hoerde", "هورده");
    assertThat(names.overlay().of("tr")).isEmpty();
    assertThat(names.plan().findNameOfOffice("ar", "hoerde")).contains("هورده");
    assertThat(names.plan().list("ar", TextFilter.ALL))
        .extracting(TextSettings::key)
        .noneMatch(key -> key.contains("hoerde"));
    assertThat(office().name()).isNotEqualTo("هورده");

    name(lead, "ar", "", 9);
    assertThat(names.overlay().of("ar")).isEmpty();
  }

  @Test
  void anOfficeThatIsSavedWithTheNamesThatApplyDisturbsNoEditorOfTexts() {
    name(lead, "ar", "هورده", 0);
    long version = names.plan().version();

    name(lead, "ar", "هورده", version);
    name(lead, "tr", "", version);

    assertThat(names.plan().version()).isEqualTo(version);
  }

  @Test
  void aNameOfAnOfficeIsInItsHistoryAndNoReasonToReadTheLanguageAgain() {
    names.editing(hoerde.events, hoerde.clock).check(admin, "ar", names.plan().version());

    name(lead, "ar", "هورده", 0);

    assertThat(hoerde.events.published(Changed.class))
        .filteredOn(change -> change.key().equals("ar web/officeName.hoerde"))
        .extracting(Changed::office)
        .containsExactly("hoerde");
    assertThat(names.plan().listProgress())
        .flatExtracting(progress -> progress.nativeCheck().stream().toList())
        .extracting(NativeCheck::changedSince)
        .containsExactly(Optional.empty());
  }

  @Test
  void aNameThatDoesNotFitIsRefused() {
    assertThat(refusalOf(() -> name(lead, "tlh", "x", 0)).key()).isEqualTo("language.unknown");
    assertThat(refusalOf(() -> name(lead, "de", "x", 0)).key()).isEqualTo("language.unknown");
    assertThat(refusalOf(() -> name(lead, "ar", "x".repeat(81), 0)).facts())
        .containsEntry("field", "name-ar");
    assertThat(refusalOf(() -> name(lead, "ar", "{0}", 0)).facts())
        .containsEntry("field", "name-ar");
    name(lead, "ar", "هورده", 0);
    assertThat(refusalOf(() -> name(lead, "ar", "آخر", 0)).key())
        .isEqualTo("text.changedMeanwhile");
    SignedIn other = signedIn(Role.OFFICE_LEAD, Optional.of("eving"));
    assertThat(refusalOf(() -> name(other, "ar", "آخر", 9)).kind()).isEqualTo(Kind.NOT_ALLOWED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "M", "marten ost", "1marten", "marten-", "märten", "../a"})
  void aSlugIsAWordForAddresses(String slug) {
    assertThat(refusalOf(() -> outpost(slug)).facts()).containsEntry("field", "slug");
  }

  @ParameterizedTest
  @CsvSource({
    "'','Hörde','hoerde'",
    "'  ','Café Straße 7','cafe-strasse-7'",
    "'','7. Bezirk','bezirk'",
    "' eving ','Hörde','eving'",
    "'','!',''"
  })
  void aSlugIsMadeOfTheNameIfNoneIsEntered(String entered, String name, String slug) {
    assertThat(OfficeFounding.slug(entered, name)).isEqualTo(slug);
  }

  @Test
  void onlyTheAdministrationFounds() {
    assertThat(refusalOf(() -> arranging.found(lead, outpost("marten"))).kind())
        .isEqualTo(Kind.NOT_ALLOWED);
    assertThat(refusalOf(() -> arranging.foundLike(lead, "hoerde", "marten", MARTEN)).kind())
        .isEqualTo(Kind.NOT_ALLOWED);
  }

  @Test
  void aLeadChangesTheOwnOfficeOnly() {
    arranging.arrange(lead, "hoerde", 0, MARTEN, NONE_TOLD);
    assertThat(office().name()).isEqualTo("Marten");

    SignedIn other = signedIn(Role.OFFICE_LEAD, Optional.of("eving"));
    assertThat(refusalOf(() -> arranging.arrange(other, "hoerde", 1, MARTEN, NONE_TOLD)).kind())
        .isEqualTo(Kind.NOT_ALLOWED);
  }

  private static OfficeData speaking(String... languages) {
    return new OfficeData(
        "Marten",
        "",
        OfficeFixture.BERLIN,
        Optional.empty(),
        20,
        15,
        3,
        Optional.empty(),
        15,
        true,
        List.of(languages));
  }

  @Test
  void aKioskOffersTheLanguagesOfItsOfficeInTheirOrder() {
    assertThat(office().languages()).isEmpty();
    arranging.arrange(lead, "hoerde", 0, speaking("ar", "de"), NONE_TOLD);
    assertThat(office().languages()).containsExactly("ar", "de");
    assertThat(office().data()).isEqualTo(speaking("ar", "de"));

    assertThat(field(() -> speaking("ar"))).isEqualTo("languages");
    assertThat(field(() -> speaking("de", "a,b"))).isEqualTo("languages");
  }

  @Test
  void theSecondOfTwoEditorsIsTold() {
    arranging.arrange(lead, "hoerde", 0, MARTEN, NONE_TOLD);

    assertThat(refusalOf(() -> arranging.open(admin, "hoerde", 0, List.of(), NONE_TOLD)).key())
        .isEqualTo("office.changedMeanwhile");
    arranging.open(admin, "hoerde", 1, List.of(), NONE_TOLD);
    assertThat(office().hours().openAt(hoerde.clock.instant())).isEmpty();
  }

  @Test
  void hoursHoldBetweenTheirDays() {
    OpeningTimes times =
        new OpeningTimes(
            DayOfWeek.MONDAY,
            540,
            720,
            new WeekRhythm(1, A_TUESDAY),
            Optional.of(LocalDate.of(2026, 12, 7)),
            Optional.of(LocalDate.of(2026, 12, 14)));
    arranging.open(lead, "hoerde", 0, List.of(times), NONE_TOLD);

    assertThat(office().openingTimes()).containsExactly(times);
    assertThat(office().hours().openAt(Instant.parse("2026-11-30T09:00:00Z"))).isEmpty();
    assertThat(office().hours().openAt(Instant.parse("2026-12-07T09:00:00Z"))).isPresent();
    assertThat(office().hours().openAt(Instant.parse("2026-12-14T09:00:00Z"))).isPresent();
    assertThat(office().hours().openAt(Instant.parse("2026-12-21T09:00:00Z"))).isEmpty();
  }

  @Test
  void aTopicForWhichVisitorsWaitGoesOnlyWhenThatIsConfirmed() {
    hoerde.visitor();

    Map<String, TopicRule> letters = Map.of(OfficeFixture.LETTERS, TopicRule.NONE);
    OfficeArrangements catalogue = arrangements;
    office().topics().forEach(catalogue::add);
    List<OfficeImpact> told = arranging.advise(lead, "hoerde", 0, letters, NONE_TOLD);
    assertThat(told)
        .containsExactly(new OfficeImpact(OfficeImpact.Kind.WAITING, OfficeFixture.HOUSING, 1));
    assertThat(office().topics()).hasSize(2);

    assertThat(arranging.advise(lead, "hoerde", 0, letters, Set.of(told.get(0).key()))).isEmpty();
    assertThat(office().topics()).extracting(Topic::id).containsExactly(OfficeFixture.LETTERS);
  }

  @Test
  void anOfficeAdvisesOnKnownTopicsAndAtLeastOne() {
    office().topics().forEach(arrangements::add);

    for (Map<String, TopicRule> topics :
        List.of(
            Map.<String, TopicRule>of(),
            Map.of("letters", TopicRule.NONE, "dragons", TopicRule.NONE))) {
      assertThat(refusalOf(() -> arranging.advise(lead, "hoerde", 0, topics, NONE_TOLD)).facts())
          .containsEntry("field", "topics");
    }
  }

  private static final CounterEntry FIRST = kept(OfficeFixture.COUNTER_1, "1", "Raum 1");
  private static final CounterEntry SECOND = kept(OfficeFixture.COUNTER_2, "2", "Raum 2");

  private static CounterEntry kept(long id, String label, String name) {
    return new CounterEntry(Optional.of(id), new CounterSign(label, name));
  }

  private static CounterEntry added(String label, String name) {
    return CounterEntry.of(new CounterSign(label, name));
  }

  private List<OfficeImpact> arrange(int version, CounterEntry... entries) {
    return arranging.arrangeCounters(lead, "hoerde", version, List.of(entries), NONE_TOLD);
  }

  private List<String> counters() {
    return office().counters().stream().map(c -> c.label() + " " + c.name()).toList();
  }

  @Test
  void countersAreAddedRenamedAndReordered() {
    arrange(0, added("3", "Saal"), SECOND, kept(OfficeFixture.COUNTER_1, "4", "Flur"));

    assertThat(counters()).containsExactly("3 Saal", "2 Raum 2", "4 Flur");
    assertThat(office().findCounter("4").orElseThrow().id()).isEqualTo(OfficeFixture.COUNTER_1);
  }

  @Test
  void aRetiredCounterKeepsItsHistoryAndIsUsedAgainUnderItsLabel() {
    arrange(0, FIRST);
    assertThat(counters()).containsExactly("1 Raum 1");
    assertThat(office().findCounter("2")).isEmpty();
    assertThat(office().findCounter(OfficeFixture.COUNTER_2)).isPresent();

    arrange(1, FIRST, added("2", "Neuer Saal"));
    assertThat(counters()).containsExactly("1 Raum 1", "2 Neuer Saal");
    assertThat(office().findCounter("2").orElseThrow().id()).isEqualTo(OfficeFixture.COUNTER_2);
  }

  @Test
  void twoCountersExchangeTheirLabels() {
    arrange(
        0,
        kept(OfficeFixture.COUNTER_1, "2", "Raum 1"),
        kept(OfficeFixture.COUNTER_2, "1", "Raum 2"));

    assertThat(counters()).containsExactly("2 Raum 1", "1 Raum 2");
  }

  @Test
  void aNewCounterGetsTheLabelThatAnotherGivesUp() {
    arrange(0, added("1", "Flur"), kept(OfficeFixture.COUNTER_1, "4", "Raum 1"), SECOND);

    assertThat(counters()).containsExactly("1 Flur", "4 Raum 1", "2 Raum 2");
    assertThat(office().findCounter("4").orElseThrow().id()).isEqualTo(OfficeFixture.COUNTER_1);
  }

  @Test
  void aLabelStandsAtOneDoorOnlyAndTheRefusalNamesTheRow() {
    assertThat(refusalOf(() -> arrange(0, FIRST, SECOND, added("2", "Saal"))).facts())
        .containsEntry("field", "label")
        .containsEntry("row", 2);
  }

  @Test
  void aCounterDoesNotGetTheLabelOfARetiredOne() {
    arrange(0, FIRST);

    assertThat(refusalOf(() -> arrange(1, kept(OfficeFixture.COUNTER_1, "2", "Raum"))).key())
        .isEqualTo("office.labelTaken");
  }

  @Test
  void oneCounterStays() {
    assertThat(refusalOf(() -> arrange(0)).key()).isEqualTo("office.lastCounter");
    CounterEntry[] many =
        IntStream.rangeClosed(1, 101)
            .mapToObj(i -> CounterEntry.of(new CounterSign("L" + i, "Raum")))
            .toArray(CounterEntry[]::new);
    assertThat(refusalOf(() -> arrange(0, many)).key()).isEqualTo("office.tooMany");
  }

  @Test
  void anUnknownCounterIsRefused() {
    assertThat(refusalOf(() -> arrange(0, FIRST, kept(4711, "3", "Saal"))).key())
        .isEqualTo("office.counterUnknown");
  }

  @Test
  void theHistoryTellsOfEachCounterAndOfTheirOrder() {
    arrange(0, added("3", "Saal"), kept(OfficeFixture.COUNTER_1, "1", "Flur"));
    arrange(1, kept(OfficeFixture.COUNTER_1, "1", "Flur"), added("3", "Saal"));
    long third = office().findCounter("3").orElseThrow().id();
    arrange(2, kept(third, "3", "Saal"), kept(OfficeFixture.COUNTER_1, "1", "Flur"));

    assertThat(
            hoerde.events.all().stream()
                .filter(Changed.class::isInstance)
                .map(Changed.class::cast)
                .map(c -> c.kind() + " " + c.key() + " " + c.action()))
        .containsExactly(
            "counter 2 RETIRE",
            "counter 3 OPEN",
            "counter 1 RENAME",
            "office hoerde ORDER",
            "office hoerde ORDER");
  }

  @Test
  void aCounterAtWhichACounsellorSitsGoesOnlyWhenThatIsConfirmed() {
    hoerde.staff.add(
        new CounterShift("hoerde", 101, 7, new Skills(Set.of(), Set.of()), hoerde.clock.instant()));

    List<OfficeImpact> told = arrange(0, SECOND);
    assertThat(told).containsExactly(new OfficeImpact(OfficeImpact.Kind.SEATED, "1", 1));
    assertThat(counters()).hasSize(2);
    assertThat(
            arranging.arrangeCounters(
                lead, "hoerde", 0, List.of(SECOND), Set.of(told.get(0).key())))
        .isEmpty();
    assertThat(counters()).containsExactly("2 Raum 2");
  }

  @Test
  void anOfficeThatIsClosedForGoodOpensNoMoreUntilThatIsTakenBack() {
    hoerde.visitor();
    Optional<LocalDate> today = Optional.of(office().dayOf(hoerde.clock.instant()).date());

    List<OfficeImpact> told = arranging.closeForGood(admin, "hoerde", 0, today, NONE_TOLD);
    assertThat(told).containsExactly(new OfficeImpact(OfficeImpact.Kind.WAITING, "", 1));
    arranging.closeForGood(admin, "hoerde", 0, today, Set.of(told.get(0).key()));
    assertThat(office().hours().nextOpening(hoerde.clock.instant())).isEmpty();
    assertThat(office().objectionToTicket(0, hoerde.clock.instant())).isPresent();
    assertThat(office().objectionToTicket(0, hoerde.clock.instant().plus(Duration.ofDays(20))))
        .isPresent();

    arranging.closeForGood(admin, "hoerde", 1, Optional.empty(), NONE_TOLD);
    assertThat(office().objectionToTicket(0, hoerde.clock.instant())).isEmpty();
  }

  @Test
  void whatDoesNotFitIsRefusedWithTheNameOfTheField() {
    assertThat(field(() -> new CounterSign(" ", "Raum"))).isEqualTo("label");
    assertThat(field(() -> new CounterSign("1", ""))).isEqualTo("counterName");
    assertThat(field(() -> OfficeData.zone("Europe/Hoerde"))).isEqualTo("zone");
    assertThat(field(() -> OfficeData.usual("M", "", OfficeFixture.BERLIN, Optional.of("nrw"))))
        .isEqualTo("region");
    assertThat(field(() -> OfficeData.usual("", "", OfficeFixture.BERLIN, Optional.empty())))
        .isEqualTo("name");
    assertThat(
            field(
                () ->
                    new OpeningTimes(
                        DayOfWeek.MONDAY,
                        720,
                        720,
                        new WeekRhythm(1, A_TUESDAY),
                        Optional.empty(),
                        Optional.empty())))
        .isEqualTo("times");
  }

  private static Object field(ThrowingCallable entered) {
    return refusalOf(entered).facts().get("field");
  }

  private static OfficeChanges changes(
      Optional<OfficeData> data, Set<String> topics, Optional<OfficeChanges.Closing> closing) {
    return new OfficeChanges(
        data, Optional.empty(), Optional.of(topics), Optional.empty(), closing);
  }

  @Test
  void severalPartsAreOneChange() {
    office().topics().forEach(arrangements::add);
    OfficeData renamed = OfficeFounding.like(office(), "marten", MARTEN).data();

    together.changeOffice(
        lead,
        "hoerde",
        office().version(),
        changes(Optional.of(renamed), Set.of("letters"), Optional.empty()),
        NONE_TOLD);

    assertThat(office().name()).isEqualTo("Marten");
    assertThat(office().topics()).extracting(Topic::id).containsExactly("letters");
  }

  @Test
  void allPeopleWhomAChangeAffectsAreToldAtOnce() {
    hoerde.visitor();
    LocalDate today = office().dayOf(hoerde.clock.instant()).date();

    Refusal refusal =
        refusalOf(
            () ->
                together.changeOffice(
                    admin,
                    "hoerde",
                    office().version(),
                    changes(
                        Optional.empty(),
                        Set.of("letters"),
                        Optional.of(new OfficeChanges.Closing(Optional.of(today)))),
                    NONE_TOLD));

    assertThat(refusal.kind()).isEqualTo(Kind.CONFLICT);
    assertThat(refusal.facts().get(ArrangingTogether.IMPACTS))
        .asInstanceOf(InstanceOfAssertFactories.list(OfficeImpact.class))
        .extracting(OfficeImpact::key)
        .containsExactly("WAITING:housing:1", "WAITING::1");
  }
}
