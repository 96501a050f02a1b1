package de.lokalwillkommen.core.waitlist;

import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.core.offices.OfficeFixture;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long an offer holds, by the clock on the wall in Dortmund. */
class ClaimWindowTest {

  private static Instant at(String time) {
    return LocalDateTime.parse(time).atZone(OfficeFixture.BERLIN).toInstant();
  }

  @ParameterizedTest(name = "freed at {0} for {1}: until {2}")
  @CsvSource({
    // on a later day: two hours
    "2026-11-23T10:00, 2026-11-25T09:00, 2026-11-23T12:00",
    "2026-11-23T17:59, 2026-11-25T09:00, 2026-11-23T19:59",
    // a window that would end at night starts in the morning
    "2026-11-23T18:00, 2026-11-25T09:00, 2026-11-24T10:00",
    "2026-11-23T23:30, 2026-11-25T09:00, 2026-11-24T10:00",
    "2026-11-24T02:00, 2026-11-25T09:00, 2026-11-24T10:00",
    // the visitor needs time to come
    "2026-11-23T19:00, 2026-11-24T09:00, 2026-11-24T08:30",
    // on the same day: a quarter of an hour
    "2026-11-23T10:00, 2026-11-23T15:00, 2026-11-23T10:15",
    "2026-11-23T18:10, 2026-11-23T19:30, 2026-11-23T18:25",
    // no offer expires at night
    "2026-11-23T02:00, 2026-11-23T15:00, 2026-11-23T08:15",
    "2026-11-23T02:00, 2026-11-23T08:30, 2026-11-23T08:00",
    // an hour from the night of the clock change on
    "2026-10-24T20:00, 2026-10-26T09:00, 2026-10-25T10:00"
  })
  void holdsAsLongAsIsFairToThoseBehind(String now, String start, String until) {
    assertThat(ClaimWindow.until(at(start), at(now), OfficeFixture.BERLIN)).contains(at(until));
  }

  @ParameterizedTest(name = "freed at {0} for {1}")
  @CsvSource({
    "2026-11-23T10:00, 2026-11-23T10:44",
    "2026-11-23T10:00, 2026-11-23T10:00",
    "2026-11-23T10:00, 2026-11-22T10:00"
  })
  void isEmptyWhenItIsTooLate(String now, String start) {
    assertThat(ClaimWindow.until(at(start), at(now), OfficeFixture.BERLIN)).isEmpty();
  }

  @Property
  void leavesTimeToAnswerAndTimeToCome(
      @ForAll @IntRange(max = 30 * 24 * 60) int nowMinute,
      @ForAll @IntRange(max = 7 * 24 * 60) int ahead) {
    Instant now = at("2026-10-12T00:00").plusSeconds(nowMinute * 60L);
    Instant start = now.plusSeconds(ahead * 60L);

    Optional<Instant> until = ClaimWindow.until(start, now, OfficeFixture.BERLIN);

    assertThat(until.stream())
        .allMatch(u -> !u.isBefore(now.plus(ClaimWindow.SAME_DAY)))
        .allMatch(u -> !u.isAfter(start.minus(ClaimWindow.TIME_TO_COME)));
  }
}
