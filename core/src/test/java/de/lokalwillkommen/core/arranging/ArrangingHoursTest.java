package de.lokalwillkommen.core.arranging;

import static de.lokalwillkommen.core.kernel.Refusals.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.core.arranging.OfficeImpact.Kind;
import de.lokalwillkommen.core.booking.InMemoryAppointments;
import de.lokalwillkommen.core.offices.Holidays;
import de.lokalwillkommen.core.offices.Office;
import de.lokalwillkommen.core.offices.OfficeArrangements;
import de.lokalwillkommen.core.offices.OfficeDirectory;
import de.lokalwillkommen.core.offices.OfficeFixture;
import de.lokalwillkommen.core.offices.OfficeProfile.TopicProfile;
import de.lokalwillkommen.core.offices.OpeningTimes;
import de.lokalwillkommen.core.offices.Topic;
import de.lokalwillkommen.core.offices.TopicRule;
import de.lokalwillkommen.core.offices.WeekRhythm;
import de.lokalwillkommen.core.staff.Role;
import de.lokalwillkommen.core.staff.SignedIn;
import de.lokalwillkommen.core.texts.TextParts;
import de.lokalwillkommen.core.ticketing.TicketingOffice;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom shorter hours affect, on a Monday at ten in an office that is open round the clock. */
class ArrangingHoursTest {

  private static final Set<String> NONE_TOLD = Set.of();
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  private final TicketingOffice hoerde = new TicketingOffice(OfficeFixture.hoerde());
  private final InMemoryAppointments appointments = new InMemoryAppointments();
  private final OfficeArrangements arrangements = OfficeFixture.arrangements(hoerde.offices);
  private final ArrangingOffices arranging =
      new ArrangingOffices(
          arrangements,
          new Impacts(
              hoerde.tickets,
              appointments,
              hoerde.staff,
              new Holidays(),
              TextParts.SHIPPED,
              hoerde.clock),
          new TextParts.Names().namingOffices(hoerde.events, hoerde.clock),
          hoerde.events,
          hoerde.clock);
  private final SignedIn lead =
      new SignedIn(
          7, "x", "X", Set.of(Role.OFFICE_LEAD), Optional.of("hoerde"), Optional.empty(), "csrf");

  @BeforeEach
  void fillTheCatalogue() {
    office().topics().forEach(arrangements::add);
  }

  private Office office() {
    return arrangements.get("hoerde");
  }

  private static List<OpeningTimes> untilOn(int hour, DayOfWeek... days) {
    return Stream.of(days)
        .map(
            day ->
                new OpeningTimes(
                    day,
                    0,
                    hour * 60,
                    new WeekRhythm(1, TODAY),
                    Optional.empty(),
                    Optional.empty()))
        .toList();
  }

  private List<OfficeImpact> open(List<OpeningTimes> times, Set<String> told) {
    return arranging.open(lead, "hoerde", office().version(), times, told);
  }

  private void booked(String code, Instant start) {
    appointments.add(BookedAppointment.of(code, "de", start));
  }

  @Test
  void thoseWhoWaitAreToldOfWhenTheOfficeClosesEarlierToday() {
    hoerde.visitor();

    assertThat(open(untilOn(18, DayOfWeek.MONDAY), NONE_TOLD))
        .containsExactly(new OfficeImpact(Kind.WAITING, "", 1));
    assertThat(office().openingTimes()).hasSize(7);

    assertThat(open(untilOn(18, DayOfWeek.MONDAY), Set.of("WAITING::1"))).isEmpty();
    assertThat(office().openingTimes()).hasSize(1);
  }

  @Test
  void thoseWhoWaitAreNotAffectedByOtherDays() {
    hoerde.visitor();

    assertThat(open(untilOn(24, DayOfWeek.MONDAY), NONE_TOLD)).isEmpty();
  }

  @Test
  void appointmentsOutsideTheNewHoursAreCountedByDay() {
    booked("ABCD2345", Instant.parse("2026-11-24T08:00:00Z"));
    booked("ABCD2346", Instant.parse("2026-11-24T09:00:00Z"));
    booked("ABCD2347", Instant.parse("2026-11-25T09:00:00Z"));
    booked("ABCD2348", Instant.parse("2026-11-30T09:00:00Z"));

    List<OfficeImpact> affected = open(untilOn(24, DayOfWeek.MONDAY), NONE_TOLD);

    assertThat(affected)
        .containsExactly(
            new OfficeImpact(Kind.OUTSIDE, "2026-11-24", 2),
            new OfficeImpact(Kind.OUTSIDE, "2026-11-25", 1));
    assertThat(open(untilOn(24, DayOfWeek.MONDAY), Set.of(affected.get(0).key()))).hasSize(2);
    assertThat(
            open(
                untilOn(24, DayOfWeek.MONDAY),
                Set.of(affected.get(0).key(), affected.get(1).key())))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"2026-11-23T13:30:00Z, 0", "2026-11-23T13:31:00Z, 1", "2026-11-23T14:00:00Z, 1"})
  void anAppointmentHasToEndBeforeClosing(Instant start, int affected) {
    booked("ABCD2345", start);

    assertThat(open(untilOn(15, DayOfWeek.MONDAY), NONE_TOLD)).hasSize(affected);
  }

  @Test
  void anAppointmentThatLayOutsideBeforeIsByArrangement() {
    open(untilOn(9, DayOfWeek.MONDAY), NONE_TOLD);
    booked("ABCD2345", Instant.parse("2026-11-24T08:00:00Z"));

    assertThat(open(untilOn(8, DayOfWeek.MONDAY), NONE_TOLD)).isEmpty();
  }

  private void arrangeTopics(Map<String, TopicRule> topics) {
    assertThat(arranging.advise(lead, "hoerde", office().version(), topics, NONE_TOLD)).isEmpty();
  }

  private static TopicRule rule(Integer place, Integer minutes) {
    return new TopicRule(Optional.ofNullable(place), Optional.ofNullable(minutes));
  }

  @Test
  void anOfficeShowsItsTopicsInItsOwnOrder() {
    arrangeTopics(Map.of("housing", rule(null, null), "letters", rule(7, null)));
    assertThat(office().topics()).extracting(Topic::id).containsExactly("letters", "housing");

    arrangeTopics(Map.of("housing", rule(null, null), "letters", rule(null, null)));
    assertThat(office().topics()).extracting(Topic::id).containsExactly("housing", "letters");
    assertThat(office().topicRules()).isEmpty();
  }

  @Test
  void theUsualMinutesOfAnOfficeDecideAboutSlotsAndEstimates() {
    Topic housing = office().findTopic("housing").orElseThrow();
    assertThat(office().slotsFor(housing, Duration.ofMinutes(30))).isEqualTo(1);
    assertThat(office().usualConsultation()).isEqualTo(Duration.ofMinutes(25));

    arrangeTopics(Map.of("housing", rule(null, 80), "letters", rule(null, null)));

    assertThat(office().slotsFor(housing, Duration.ofMinutes(30))).isEqualTo(3);
    assertThat(office().usualConsultation()).isEqualTo(Duration.ofMinutes(50));
    assertThat(new OfficeDirectory(hoerde.offices).get("hoerde").topics())
        .extracting(TopicProfile::usualDuration)
        .containsExactly(Duration.ofMinutes(80), Duration.ofMinutes(20));
  }

  @Test
  void aTopicThatIsGivenUpLosesItsRule() {
    arrangeTopics(Map.of("housing", rule(1, 60), "letters", rule(null, null)));
    arrangeTopics(Map.of("letters", rule(null, null)));

    assertThat(office().topicRules()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 101})
  void aPlaceHasBounds(int place) {
    assertThat(refusalOf(() -> rule(place, null)).facts()).containsEntry("field", "topicPlace");
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 241})
  void minutesHaveBounds(int minutes) {
    assertThat(refusalOf(() -> rule(null, minutes)).facts()).containsEntry("field", "topicMinutes");
  }
}
