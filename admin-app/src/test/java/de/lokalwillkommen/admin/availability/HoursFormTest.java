package de.lokalwillkommen.admin.availability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import de.lokalwillkommen.admin.page.Tick;
import de.lokalwillkommen.core.availability.AvailabilityView;
import de.lokalwillkommen.core.kernel.Refused;
import de.lokalwillkommen.core.timetable.WeeklyHours;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HoursFormTest {

  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

  private final AvailabilityDesk desk = new AvailabilityDesk();

  private AvailabilityDesk.Request request(String... fields) {
    AvailabilityDesk.Request request = desk.new Request(desk.lead, fields);
    request.hours.enter();
    return request;
  }

  private List<AvailabilityView.Rule> rules() {
    return desk.offices.plan.get("hoerde", MONDAY, MONDAY).rules();
  }

  private String added() throws IOException {
    request().hours.save();
    return Long.toString(rules().get(0).id());
  }

  @Test
  void newHoursBeginWithWhatIsUsualOnThatDay() throws IOException {
    AvailabilityDesk.Request request = request("day", "2026-11-25");

    request.hours.save();

    WeeklyHours hours = rules().get(0).hours();
    assertThat(hours.weekday().getValue()).isEqualTo(3);
    assertThat(hours.validFrom()).isEqualTo(LocalDate.of(2026, 11, 25));
    assertThat(hours.validUntil()).isEqualTo(Optional.empty());
    assertThat(request.ledTo).contains("show=rules&done=added");
  }

  @Test
  void everythingEnteredIsSaved() throws IOException {
    AvailabilityDesk.Request request = request("topic", "housing", "language", "ar");
    request.hours.setWeekday("7");
    request.hours.setFrom("20:00");
    request.hours.setUntil("00:00");
    request.hours.setEveryWeeks("2");
    request.hours.setAnchor("2026-12-06");
    request.hours.setValidFrom("2026-12-01");
    request.hours.setValidUntil("2026-12-31");
    request.hours.setSlotMinutes("45");
    request.hours.setDesks("4");
    request.hours.setInternalDesks("1");
    request.hours.setLateDesks("2");

    request.hours.save();

    WeeklyHours hours = rules().get(0).hours();
    assertThat(AvailabilityDesk.WORDS.all(hours, request.texts.getLanguage()))
        .isEqualTo(
            "Sonntag, 20:00–24:00 · 4 Plätze · 1 nur fürs Team · 2 kurzfristig · je 45 min"
                + " · jede 2. Woche ab der vom 6. Dez. 2026 · ab 1. Dez. 2026 · bis 31. Dez. 2026"
                + " · Wohnung · Arabisch");
  }

  @Test
  void oneEntryIsEnoughForAllWorkingDays() throws IOException {
    AvailabilityDesk.Request request = request();
    assertThat(request.hours.getWeekdays().get(0).getLabel()).isEqualTo("Montag bis Freitag");
    request.hours.setWeekday("1-5");
    request.hours.setFrom("08:00");

    request.hours.save();

    assertThat(rules())
        .extracting(rule -> rule.hours().weekday().getValue(), rule -> rule.hours().fromMinute())
        .containsExactly(tuple(1, 480), tuple(2, 480), tuple(3, 480), tuple(4, 480), tuple(5, 480));
    assertThat(request.ledTo).contains("done=addedAll");
    assertThat(request("rule", "" + rules().get(0).id()).hours.getWeekdays())
        .as("a rule that is there is one of one day")
        .hasSize(7);
  }

  @Test
  void nothingIsSavedIfTheHoursOfAllWorkingDaysAreRefused() {
    AvailabilityDesk.Request request = request();
    request.hours.setWeekday("1-5");
    request.hours.setUntil("07:00");

    assertThatThrownBy(request.hours::save).isInstanceOf(Refused.class);

    assertThat(rules()).isEmpty();
  }

  @Test
  void aRuleIsShownAsItIs() throws IOException {
    AvailabilityDesk.Request request = request("rule", added());

    assertThat(request.hours.getFrom()).isEqualTo("09:00");
    assertThat(request.hours.getUntil()).isEqualTo("12:00");
    assertThat(request.hours.getWeekday()).isEqualTo("1");
    assertThat(request.hours.isSpecial()).isFalse();
    assertThat(request.hours.getTopics()).noneMatch(Tick::ticked);
  }

  @Test
  void appointmentsThatWouldBeOrphanedAreShownBeforeAnythingIsSaved() throws IOException {
    String rule = added();
    String code =
        desk.offices.booked("hoerde", desk.offices.clock.instant().plus(Duration.ofHours(1)));

    AvailabilityDesk.Request first = request("rule", rule);
    first.hours.setUntil("11:00");
    first.hours.save();

    assertThat(first.orphans.stops("save")).isTrue();
    assertThat(first.orphans.getList())
        .extracting(OrphanWarning.Orphan::code, OrphanWarning.Orphan::when)
        .containsExactly(tuple(code, "Mo., 23. Nov. 2026, 11:00"));
    assertThat(first.ledTo).isEmpty();
    assertThat(rules().get(0).hours().untilMinute()).isEqualTo(12 * 60);

    AvailabilityDesk.Request again = request("rule", rule, "told", first.orphans.getTold());
    again.hours.setUntil("11:00");
    again.hours.save();

    assertThat(again.orphans.isShown()).isFalse();
    assertThat(again.ledTo).contains("done=saved");
    assertThat(rules().get(0).hours().untilMinute()).isEqualTo(11 * 60);
  }

  @Test
  void visitorsWhoBookedInBetweenAreShownAsWell() throws IOException {
    String rule = added();
    desk.offices.booked("hoerde", desk.offices.clock.instant().plus(Duration.ofHours(1)));
    AvailabilityDesk.Request first = request("rule", rule);
    first.hours.remove();
    assertThat(first.orphans.stops("remove")).isTrue();
    desk.offices.booked("hoerde", desk.offices.clock.instant().plus(Duration.ofMinutes(90)));

    AvailabilityDesk.Request again = request("rule", rule, "told", first.orphans.getTold());
    again.hours.remove();

    assertThat(again.orphans.getList()).hasSize(2);
    assertThat(rules()).hasSize(1);
    AvailabilityDesk.Request last = request("rule", rule, "told", again.orphans.getTold());
    last.hours.remove();
    assertThat(rules()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "from, 9 o'clock",
    "from, 09:02",
    "until, 08:00",
    "validUntil, 2020-01-01",
    "slotMinutes, 7",
    "slotMinutes, ''",
    "desks, many",
    "desks, 21",
    "internalDesks, 3",
    "lateDesks, 3",
    "everyWeeks, 0",
  })
  void invalidInputIsRefusedWithItsField(String field, String entered) {
    AvailabilityDesk.Request request = request();
    setter(request.hours, field).accept(entered);

    assertThatThrownBy(request.hours::save)
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> {
              assertThat(refused.refusal().key()).isEqualTo("availability." + field);
              assertThat(AvailabilityDesk.TEXTS.has("refusal." + refused.refusal().key())).isTrue();
            });
    assertThat(rules()).isEmpty();
  }

  private static Consumer<String> setter(HoursForm form, String field) {
    return switch (field) {
      case "from" -> form::setFrom;
      case "until" -> form::setUntil;
      case "validUntil" -> form::setValidUntil;
      case "slotMinutes" -> form::setSlotMinutes;
      case "desks" -> form::setDesks;
      case "internalDesks" -> form::setInternalDesks;
      case "lateDesks" -> form::setLateDesks;
      case "everyWeeks" -> form::setEveryWeeks;
      default -> throw new IllegalArgumentException(field);
    };
  }

  @Test
  void topicsAndLanguagesThatAreNotToBeChosenAreNotTaken() throws IOException {
    request("topic", "gardening", "language", "tlh").hours.save();

    assertThat(rules().get(0).hours().topics()).isEmpty();
    assertThat(rules().get(0).hours().languages()).isEmpty();
  }
}
