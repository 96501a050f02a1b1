package de.lokalwillkommen.kiosk.booking;

import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.core.booking.Channel;
import de.lokalwillkommen.core.booking.FindingSlots;
import de.lokalwillkommen.core.booking.Slot;
import de.lokalwillkommen.core.booking.SlotQuery;
import de.lokalwillkommen.core.offices.OfficeDirectory;
import de.lokalwillkommen.core.offices.OfficeProfile;
import de.lokalwillkommen.kiosk.gate.OutsideLimit;
import de.lokalwillkommen.kiosk.page.Address;
import de.lokalwillkommen.kiosk.page.Times;
import de.lokalwillkommen.kiosk.page.VisitorRequest;
import de.lokalwillkommen.web.text.PageTexts;
import de.lokalwillkommen.web.text.Texts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FreeTimesTest {

  private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

  /** A Wednesday. */
  private static final Instant NOW = Instant.parse("2026-11-25T09:00:00Z");

  private static final int OFFICES = 7;

  private static final FreeTimes.Search WISH =
      new FreeTimes.Search("hoerde", "work", "de", Channel.KIOSK);

  @Test
  void aWeekBeginsTodayAndShowsTheFirstDayWithAFreeTime() {
    FreeWeek week =
        week(
                free("hoerde_20261127T0900Z", "hoerde_20261201T0900Z", "hoerde_20261203T0900Z"),
                Optional.empty())
            .orElseThrow();

    assertThat(week.days())
        .extracting(FreeWeek.Day::date)
        .startsWith("2026-11-25")
        .endsWith("2026-12-01")
        .hasSize(7);
    assertThat(week.days()).extracting(FreeWeek.Day::free).containsExactly(0, 0, 1, 0, 0, 0, 1);
    assertThat(week.days().stream().filter(FreeWeek.Day::isShown))
        .extracting(FreeWeek.Day::date)
        .containsExactly("2026-11-27");
    assertThat(week.before()).isEmpty();
    assertThat(week.later()).isEqualTo("2026-12-03");
  }

  @Test
  void anotherDayBringsItsWeekAndTheWayBack() {
    FreeWeek week =
        week(
                free("hoerde_20261127T0900Z", "hoerde_20261203T0900Z"),
                Optional.of(LocalDate.parse("2026-12-03")))
            .orElseThrow();

    assertThat(week.days().get(0).date()).isEqualTo("2026-12-02");
    assertThat(week.shown()).isEqualTo("Donnerstag, 3. Dezember");
    assertThat(week.earlier()).isEqualTo("2026-11-27");
    assertThat(week.after()).isEmpty();
  }

  @Test
  void theWayBackLeapsOverWeeksWithNothingFree() {
    FreeWeek week =
        week(
                free("hoerde_20261127T0900Z", "hoerde_20261218T0900Z"),
                Optional.of(LocalDate.parse("2026-12-18")))
            .orElseThrow();

    assertThat(week.earlier()).isEqualTo("2026-11-27");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-12-24", "9990-01-01", "+999999999-12-31"})
  void aDayThatCannotBeBookedYetIsTheLastThatCan(String day) {
    Found found = new Found("hoerde_20261127T0900Z");

    FreeWeek week = week(free(found), Optional.of(LocalDate.parse(day))).orElseThrow();

    assertThat(week.shown()).isEqualTo("Mittwoch, 23. Dezember");
    assertThat(week.earlier()).isEqualTo("2026-11-27");
    assertThat(week.after()).isEmpty();
    assertThat(found.queries).hasSizeLessThan(10);
  }

  @Test
  void aDayLongPastIsTheFirstFreeOne() {
    FreeWeek week = week(free("hoerde_20261127T0900Z"), Optional.of(LocalDate.MIN)).orElseThrow();

    assertThat(week.shown()).isEqualTo("Freitag, 27. November");
  }

  @Test
  void theTimesOfADayStandByItsParts() {
    FreeWeek week =
        week(
                free(
                    "hoerde_20261127T0900Z",
                    "hoerde_20261127T1059Z",
                    "hoerde_20261127T1100Z",
                    "hoerde_20261127T1700Z"),
                Optional.empty())
            .orElseThrow();

    assertThat(week.parts())
        .extracting(FreeWeek.Part::name)
        .containsExactly("part.MORNING", "part.AFTERNOON", "part.EVENING");
    assertThat(week.parts().get(0).times())
        .extracting(FreeTime::time)
        .containsExactly("10:00", "11:59");
  }

  @Test
  void theAfternoonEndsAtSix() {
    FreeWeek week =
        week(
                free(
                    "hoerde_20261127T1600Z", // 17:00
                    "hoerde_20261127T1659Z", // 17:59
                    "hoerde_20261127T1700Z"), // 18:00
                Optional.empty())
            .orElseThrow();

    assertThat(week.parts())
        .extracting(FreeWeek.Part::name)
        .containsExactly("part.AFTERNOON", "part.EVENING");
    assertThat(week.parts().get(0).times())
        .extracting(FreeTime::time)
        .containsExactly("17:00", "17:59");
  }

  @Test
  void withNothingFreeThereIsNoWeek() {
    assertThat(week(free("brackel_20261127T0900Z"), Optional.empty())).isEmpty();
  }

  @Test
  void anywhereIsEveryOffice() {
    FreeTimes times = free("hoerde_20261127T0900Z", "brackel_20261126T0900Z");

    FreeTimes.Next next = times.findNext(WISH, 3, 3);
    assertThat(next.here()).extracting(FreeTime::officeName).containsExactly("hoerde");
    assertThat(next.anywhere())
        .extracting(FreeTime::officeName)
        .containsExactly("brackel", "hoerde");
  }

  private static FreeTimes free(String... slots) {
    return free(new Found(slots));
  }

  private static FreeTimes free(Found found) {
    PageTexts texts =
        new PageTexts(Texts.of("kiosk"), VisitorRequest.get(Address.book("hoerde"), Map.of()));
    Times times = new Times(texts, Clock.fixed(NOW, ZoneId.of("UTC")));
    OutsideLimit limit =
        new OutsideLimit() {
          @Override
          public void admitSearches(Channel channel, int here, int anywhere) {
            found.paid += here + anywhere * OFFICES;
          }
        };
    return new FreeTimes(found, new Known(), limit, times);
  }

  private static Optional<FreeWeek> week(FreeTimes times, Optional<LocalDate> wanted) {
    return times.choose(WISH, 1, wanted).week();
  }

  @Test
  void everySearchIsPaidForAndNoneIsMadeTwice() {
    Found found = new Found("hoerde_20261127T0900Z", "hoerde_20261203T0900Z");

    free(found).choose(WISH, 3, Optional.empty());

    assertThat(found.paid).isEqualTo(3 + OFFICES);
    assertThat(found.searched).isEqualTo(found.paid);
    assertThat(found.queries).doesNotHaveDuplicates();
    free(found).findNext(WISH, 6, 9);
    assertThat(found.searched).isEqualTo(found.paid).isEqualTo(3 + OFFICES + 1 + OFFICES);
  }

  @Test
  void everyEarlierWeekIsPaidForToo() {
    Found found = new Found("hoerde_20261127T0900Z", "hoerde_20261218T0900Z");

    free(found).choose(WISH, 1, Optional.of(LocalDate.parse("2026-12-18")));

    assertThat(found.paid).isEqualTo(3 + OFFICES + 2);
    assertThat(found.searched).isEqualTo(found.paid);
    assertThat(found.queries).doesNotHaveDuplicates();
  }

  /** The free times, the same for every search. */
  private static final class Found extends FindingSlots {

    private static final int BOOKING_DAYS = 28;

    private final List<Slot> slots;
    private final List<SlotQuery> queries = new ArrayList<>();

    /** Offices, one for every search of each. */
    private int searched;

    private int paid;

    Found(String... ids) {
      this.slots =
          Arrays.stream(ids)
              .map(id -> Slot.Id.find(id).orElseThrow())
              .map(
                  id ->
                      new Slot(id.office(), id.start(), id.start().plus(Duration.ofMinutes(30)), 1))
              .sorted(Comparator.comparing(Slot::start))
              .toList();
    }

    @Override
    public LocalDate lastDay(String office) {
      return NOW.atZone(ZONE).toLocalDate().plusDays(BOOKING_DAYS);
    }

    @Override
    public List<Slot> list(SlotQuery query) {
      queries.add(query);
      searched += query.office().isPresent() ? 1 : OFFICES;
      return slots.stream()
          .filter(slot -> query.office().filter(o -> !o.equals(slot.office())).isEmpty())
          .filter(slot -> !slot.start().isBefore(query.from().orElse(NOW)))
          .filter(slot -> slot.start().isBefore(query.to().orElse(Instant.MAX)))
          .limit(query.limit())
          .toList();
    }
  }

  /** Offices that are called as their slugs. */
  private static final class Known extends OfficeDirectory {

    @Override
    public OfficeProfile get(String office) {
      return new OfficeProfile(
          office,
          office,
          Optional.empty(),
          ZONE,
          Optional.empty(),
          false,
          true,
          List.of(),
          List.of(),
          List.of());
    }
  }
}
