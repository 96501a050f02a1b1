package de.lokalwillkommen.core.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.kernel.Refused;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be entered, and what cannot. */
class BookingValuesTest {

  private static void assertInvalid(String field, ThrowingCallable entering) {
    assertThatThrownBy(entering)
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> {
              assertThat(refused.refusal().kind()).isEqualTo(Kind.INVALID);
              assertThat(refused.refusal().facts()).containsEntry("field", field);
            });
  }

  @Nested
  class Hours {

    private static WeeklyHours hours(
        int from, int until, int everyWeeks, int slot, int desks, int internal, int late) {
      return new WeeklyHours(
          DayOfWeek.MONDAY,
          from,
          until,
          everyWeeks,
          BookingOffice.LONG_AGO,
          BookingOffice.LONG_AGO,
          Optional.empty(),
          slot,
          desks,
          internal,
          late,
          Set.of(),
          Set.of());
    }

    @Test
    void mayFillTheWholeDay() {
      assertThat(hours(0, 1440, 1, 30, 1, 0, 0).slot().toMinutes()).isEqualTo(30);
      assertThat(hours(1435, 1440, 52, 5, 20, 10, 10).desks()).isEqualTo(20);
      assertThat(hours(600, 840, 1, 240, 2, 2, 0).slot().toMinutes()).isEqualTo(240);
      assertThat(hours(600, 720, 1, 120, 2, 0, 2).slot().toMinutes()).isEqualTo(120);
    }

    @ParameterizedTest
    @CsvSource({
      "from,         -5, 600,  1,  30,  1,  0,  0",
      "from,         3,  600,  1,  30,  1,  0,  0",
      "from,         1440, 1440, 1, 5,  1,  0,  0",
      "until,        600, 600,  1,  30, 1,  0,  0",
      "until,        600, 1445, 1,  30, 1,  0,  0",
      "until,        600, 603,  1,  30, 1,  0,  0",
      "everyWeeks,   600, 720,  0,  30, 1,  0,  0",
      "everyWeeks,   600, 720,  53, 30, 1,  0,  0",
      "slotMinutes,  600, 720,  1,  0,  1,  0,  0",
      "slotMinutes,  600, 720,  1,  7,  1,  0,  0",
      "slotMinutes,  600, 720,  1,  125, 1, 0,  0",
      "slotMinutes,  0,  1440,  1,  245, 1, 0,  0",
      "desks,        600, 720,  1,  30, 0,  0,  0",
      "desks,        600, 720,  1,  30, 21, 0,  0",
      "internalDesks, 600, 720, 1,  30, 2,  3,  0",
      "internalDesks, 600, 720, 1,  30, 2, -1,  0",
      "lateDesks,    600, 720,  1,  30, 2,  1,  2",
      "lateDesks,    600, 720,  1,  30, 2,  0, -1"
    })
    void thatMakeNoSenseAreRefusedByField(
        String field,
        int from,
        int until,
        int everyWeeks,
        int slot,
        int desks,
        int internal,
        int late) {
      assertInvalid(field, () -> hours(from, until, everyWeeks, slot, desks, internal, late));
    }

    @Test
    void doNotEndBeforeTheyBegin() {
      LocalDate first = LocalDate.of(2026, 11, 23);
      assertInvalid(
          "validUntil",
          () ->
              new WeeklyHours(
                  DayOfWeek.MONDAY,
                  600,
                  720,
                  1,
                  first,
                  first,
                  Optional.of(first.minusDays(1)),
                  30,
                  1,
                  0,
                  0,
                  Set.of(),
                  Set.of()));
    }
  }

  @Nested
  class Contacts {

    @ParameterizedTest
    @ValueSource(strings = {"a@example.org", " A.B+c@Sub.Example.ORG ", "a@MULLER.example"})
    void areKeptInSmallLetters(String typed) {
      assertThat(new Contact(typed).mail()).isEqualTo(typed.strip().toLowerCase(Locale.ROOT));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          "a",
          "a@b",
          "@example.org",
          "a@example.o",
          "a b@example.org",
          "a@example.org\nBcc: b@example.org",
          "a@example.org,b@example.org",
          "<a@example.org>",
          "a@@example.org"
        })
    void thatCannotBeAddressesAreRefused(String typed) {
      assertInvalid("contact", () -> new Contact(typed));
    }

    @Test
    void areNeverTooLong() {
      String domain = "x".repeat(300) + ".org";
      assertInvalid("contact", () -> new Contact("a@" + domain));
    }

    @Test
    void areNotWrittenIntoLogs() {
      assertThat(new Contact("a@example.org")).hasToString("contact");
    }
  }

  @Nested
  class Slots {

    private static final Instant HALF_PAST_NINE = Instant.parse("2026-11-23T09:30:00Z");

    @Test
    void areNamedByOfficeAndBeginning() {
      Slot.Id id = new Slot.Id("innenstadt-west", HALF_PAST_NINE);

      assertThat(id).hasToString("innenstadt-west_20261123T0930Z");
      assertThat(Slot.Id.find(id.toString())).contains(id);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          "_",
          "hoerde",
          "hoerde_",
          "_20261123T0930Z",
          "hoerde_20261123T0930",
          "hoerde_20261323T0930Z",
          "hoerde_20261123T2430Z",
          "hoerde_2026-11-23T09:30Z",
          "hoerde_20261123T093015Z",
          "hoerde_+20261123T0930Z"
        })
    void areNotFoundUnderOtherNames(String text) {
      assertThat(Slot.Id.find(text)).isEmpty();
    }

    @Test
    void areAskedForInReasonableNumbers() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> SlotQuery.in("hoerde", "housing", "de", Channel.KIOSK, 0));
      assertThatIllegalArgumentException()
          .isThrownBy(
              () -> SlotQuery.in("hoerde", "housing", "de", Channel.KIOSK, SlotQuery.MOST + 1));
    }
  }

  @Nested
  class Wishes {

    private static BookingWish wish(String key) {
      return new BookingWish(
          new Slot.Id("hoerde", Instant.EPOCH),
          "housing",
          "de",
          Channel.KIOSK,
          Optional.empty(),
          Optional.of(key),
          Optional.empty());
    }

    @Test
    void haveKeysThatFit() {
      assertThat(wish("k".repeat(64)).requestKey()).isPresent();
      assertThatIllegalArgumentException().isThrownBy(() -> wish("k".repeat(65)));
      assertThatIllegalArgumentException().isThrownBy(() -> wish(" "));
    }
  }

  @Test
  void anExceptionLeavesNoNegativeDesksAndKeepsToItsDay() {
    LocalDate day = LocalDate.of(2026, 11, 23);
    assertInvalid(
        "from", () -> new AvailabilityException("hoerde", new FewerDesks(day, -1, 600, 0, "")));
    assertInvalid(
        "until", () -> new AvailabilityException("hoerde", new FewerDesks(day, 600, 1441, 0, "")));
    assertInvalid(
        "until", () -> new AvailabilityException("hoerde", new FewerDesks(day, 600, 600, 0, "")));
    assertInvalid(
        "desks", () -> new AvailabilityException("hoerde", new FewerDesks(day, 600, 660, -1, "")));
    assertInvalid(
        "reason",
        () ->
            new AvailabilityException("hoerde", new FewerDesks(day, 600, 660, 0, "x".repeat(81))));
  }
}
