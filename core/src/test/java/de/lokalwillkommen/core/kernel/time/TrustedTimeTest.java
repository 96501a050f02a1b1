package de.lokalwillkommen.core.kernel.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A machine whose clock leaps, sleeps and is corrected. */
class TrustedTimeTest {

  private static final Instant TEN = Instant.parse("2026-11-23T09:00:00Z");
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofDays(1);
  private static final Optional<Instant> NO_LEAP = Optional.empty();

  /** Its wall clock may differ from the true time, its monotonic clocks never do. */
  private static final class Fake implements MachineClock {

    private Instant truth = TEN;
    private Duration off = Duration.ZERO;
    private Duration awake = Duration.ZERO;
    private Duration up = Duration.ZERO;
    private boolean knowsUptime = true;

    void passes(Duration length) {
      truth = truth.plus(length);
      awake = awake.plus(length);
      up = up.plus(length);
    }

    void sleeps(Duration length) {
      truth = truth.plus(length);
      up = up.plus(length);
    }

    @Override
    public Instant clock() {
      return truth.plus(off);
    }

    @Override
    public long awakeNanos() {
      return awake.toNanos();
    }

    @Override
    public Optional<Duration> uptime() {
      return knowsUptime ? Optional.of(up) : Optional.empty();
    }
  }

  private final Fake machine = new Fake();
  private final TrustedTime time = new TrustedTime(machine);

  /** Simulates regular readings of the time by the server. */
  private void passes(Duration length) {
    for (Duration left = length; !left.isZero(); left = left.minus(SECOND)) {
      machine.passes(SECOND);
      time.now();
    }
  }

  private void leapsBy(Duration off) {
    machine.off = off;
  }

  private void assertThatItIsRight() {
    assertThat(time.now()).isEqualTo(machine.truth);
  }

  @Test
  void itFollowsTheMachinesClockThroughSmallCorrections() {
    passes(MINUTE);
    leapsBy(MINUTE);
    assertThat(time.now()).isEqualTo(machine.clock());
    assertThat(time.findDoubt()).isEmpty();
  }

  @Test
  void inASmallCorrectionItNeverGoesBack() {
    leapsBy(MINUTE.multipliedBy(4));
    Instant before = time.now();
    leapsBy(Duration.ZERO);
    for (int second = 0; second < 480; second++) {
      passes(SECOND);
      assertThat(time.now()).isAfter(before);
      before = time.now();
    }
    assertThatItIsRight();
    assertThat(time.countLeaps()).isZero();
  }

  @Nested
  class WhenADemonstrationIsAtAnotherTime {

    private static final Duration AHEAD = Duration.ofDays(200).plusHours(3);

    @ParameterizedTest
    @ValueSource(strings = {"P200DT3H", "-P200DT3H"})
    void itGoesOnFromThere(Duration ahead) {
      time.runAhead(ahead);
      passes(MINUTE);
      assertThat(time.now()).isEqualTo(machine.truth.plus(ahead));
      assertThat(time.outside()).isEqualTo(machine.truth);
      assertThat(time.findDoubt()).isEmpty();
    }

    @Test
    void aLeapOfTheMachinesClockIsStillInDoubt() {
      time.runAhead(AHEAD);
      passes(HOUR);
      leapsBy(DAY);
      passes(SECOND);
      assertThat(time.now()).isEqualTo(machine.truth.plus(AHEAD));
      assertThat(time.findDoubt()).isPresent();
    }

    @Test
    void theDatabasesClockContradictsNoMoreThanOtherwise() {
      time.runAhead(AHEAD);
      passes(HOUR);
      leapsBy(DAY);
      passes(SECOND);
      time.hear(machine.clock());
      assertThat(time.findDoubt().orElseThrow().believedAt()).isPresent();
      time.hear(machine.truth);
      assertThat(time.findDoubt().orElseThrow().believedAt()).isEmpty();
    }

    @Test
    void aSecondStartGoesOnWithoutADoubt() {
      time.runAhead(AHEAD);
      Instant known = time.now();
      machine.passes(HOUR);
      TrustedTime again = new TrustedTime(machine);
      again.runAhead(AHEAD);
      again.startsAfter(known, Optional.empty(), NO_LEAP);
      assertThat(again.findDoubt()).isEmpty();
      assertThat(again.now()).isEqualTo(known.plus(HOUR));
    }
  }

  @Nested
  class WhenTheClockLeaps {

    @Test
    void aLeapOfADayForTwelveSecondsHasNoEffect() {
      passes(HOUR);
      leapsBy(DAY);
      passes(SECOND.multipliedBy(12));
      assertThatItIsRight();
      assertThat(time.findDoubt())
          .contains(
              new Doubt(
                  machine.clock(),
                  machine.truth,
                  Optional.of(machine.clock().plus(HOUR).minusSeconds(11))));
      leapsBy(Duration.ZERO);

      assertThatItIsRight();
      assertThat(time.findDoubt()).isEmpty();
      assertThat(time.countLeaps()).isOne();
    }

    @Test
    void onceTheClockIsBackTheTimeGoesOn() {
      passes(HOUR);
      leapsBy(HOUR.multipliedBy(-2));
      passes(MINUTE);
      assertThatItIsRight();
      assertThat(time.findDoubt()).isPresent();
    }

    @Test
    void theLeapIsTrustedOnceItHasLasted() {
      passes(HOUR.multipliedBy(2));
      leapsBy(DAY);
      passes(HOUR);
      assertThatItIsRight();

      passes(SECOND);

      assertThat(time.now()).isEqualTo(machine.clock());
      assertThat(time.findDoubt()).isEmpty();
      assertThat(time.isSettled()).isFalse();
    }

    @Test
    void deletionWaitsForADayAfterALeapThatWasTrusted() {
      passes(HOUR);
      leapsBy(DAY.multipliedBy(3));
      passes(HOUR.plus(SECOND));
      Instant trusted = time.now();
      assertThat(trusted).isEqualTo(machine.clock());
      assertThat(time.findUnprovenSince()).contains(trusted);

      passes(TrustedTime.PROVEN_AFTER.minus(SECOND));
      assertThat(time.isSettled()).isFalse();
      passes(SECOND);
      assertThat(time.findUnprovenSince()).isEmpty();
      assertThat(time.isSettled()).isTrue();
    }

    @Test
    void aClockThatIsPutRightWithinTheDayHasDeletedNothing() {
      passes(HOUR);
      leapsBy(DAY.multipliedBy(3));
      passes(HOUR.multipliedBy(20));
      leapsBy(Duration.ZERO);
      passes(HOUR);
      assertThat(time.isSettled()).isFalse();
      passes(SECOND);
      assertThatItIsRight();
      assertThat(time.findUnprovenSince()).contains(machine.truth);

      passes(TrustedTime.PROVEN_AFTER.minus(SECOND));
      assertThat(time.isSettled()).isFalse();
      passes(SECOND);
      assertThat(time.isSettled()).isTrue();
    }

    @Test
    void aLeapThatHasReturnedDelaysNoDeletion() {
      passes(HOUR);
      leapsBy(DAY);
      passes(MINUTE);
      assertThat(time.isSettled()).isFalse();
      leapsBy(Duration.ZERO);
      assertThat(time.isSettled()).isTrue();
    }

    @Test
    void anOperatorWhoConfirmsItShortensTheWaitToAnHour() {
      passes(HOUR);
      leapsBy(DAY);
      time.believe();
      assertThat(time.findUnprovenSince()).isEmpty();
      passes(HOUR);
      assertThat(time.isSettled()).isTrue();
    }

    @Test
    void anOperatorCanConfirmItAfterItWasTrusted() {
      passes(HOUR);
      leapsBy(DAY);
      passes(HOUR.multipliedBy(3));
      assertThat(time.isSettled()).isFalse();
      time.believe();
      assertThat(time.isSettled()).isTrue();
    }

    @Test
    void anotherLeapBeginsTheWaitAnew() {
      passes(HOUR);
      leapsBy(DAY);
      passes(MINUTE.multipliedBy(50));
      leapsBy(DAY.multipliedBy(3));
      passes(MINUTE.multipliedBy(50));
      assertThatItIsRight();
    }

    @Test
    void aClockThatIsCorrectedSoonAfterTheStartIsSoonTrusted() {
      leapsBy(HOUR.multipliedBy(3));
      TrustedTime wrong = new TrustedTime(machine);
      machine.passes(MINUTE);
      wrong.now();
      leapsBy(Duration.ZERO);
      wrong.now();
      machine.passes(TrustedTime.SHORTEST_DOUBT);

      assertThat(wrong.now()).isEqualTo(machine.truth);
    }

    @Test
    void anOperatorCanConfirmItAtOnce() {
      passes(HOUR);
      leapsBy(DAY);
      time.believe();
      assertThat(time.now()).isEqualTo(machine.clock());
      assertThat(time.findDoubt()).isEmpty();
    }

    @Test
    void aDatabasesClockThatWasReadBeforeTheLeapContradictsNothing() {
      passes(HOUR);
      time.hear(machine.clock());
      passes(SECOND);
      leapsBy(DAY);

      assertThat(time.findDoubt().orElseThrow().believedAt()).isPresent();
    }

    @Test
    void itIsNotTrustedWithoutAnOperatorWhileTheDatabasesClockContradictsIt() {
      passes(HOUR);
      leapsBy(DAY);
      for (int minutes = 0; minutes < 90; minutes++) {
        time.hear(machine.truth);
        passes(MINUTE.minus(SECOND));
      }
      assertThatItIsRight();
      assertThat(time.findDoubt().orElseThrow().believedAt()).isEmpty();

      time.believe();
      assertThat(time.now()).isEqualTo(machine.clock());
    }
  }

  @Nested
  class WhenTheMachineSleeps {

    @Test
    void itWakesInThePresent() {
      passes(MINUTE);
      machine.sleeps(HOUR.multipliedBy(14));
      assertThatItIsRight();
      assertThat(time.countLeaps()).isZero();
    }

    @Test
    void sleepThatCannotBeDistinguishedFromALeapIsDoubted() {
      machine.knowsUptime = false;
      TrustedTime untold = new TrustedTime(machine);
      machine.passes(HOUR);
      untold.now();
      machine.sleeps(DAY);
      assertThat(untold.now()).isEqualTo(machine.truth.minus(DAY));
      assertThat(untold.findDoubt()).isPresent();
    }

    @Test
    void aLeapWhileItSleepsIsDoubted() {
      passes(MINUTE);
      machine.sleeps(HOUR);
      leapsBy(DAY);
      time.now();
      assertThat(time.findDoubt()).isPresent();
    }
  }

  @Nested
  class WhenTheServerStarts {

    @Test
    void itMayHaveBeenOffForAWeek() {
      time.startsAfter(TEN.minus(DAY.multipliedBy(7)), Optional.empty(), NO_LEAP);
      assertThatItIsRight();
      assertThat(time.findDoubt()).isEmpty();
    }

    @Test
    void aClockBehindTheKnownTimeIsDoubtedUntilItIsCorrected() {
      leapsBy(DAY.multipliedBy(-300));
      time.startsAfter(TEN.minus(DAY.multipliedBy(3)), Optional.empty(), NO_LEAP);
      passes(MINUTE);
      assertThat(time.now()).isEqualTo(machine.truth.minus(DAY.multipliedBy(3)));
      assertThat(time.findDoubt()).isPresent();

      leapsBy(Duration.ZERO);

      assertThatItIsRight();
      assertThat(time.findDoubt()).isEmpty();
    }

    @Test
    void aClockThatWasAheadBeforeIsTrustedAfterAWhile() {
      time.startsAfter(TEN.plus(DAY), Optional.empty(), NO_LEAP);
      passes(TrustedTime.DOUBT_AT_START.minus(SECOND));
      assertThat(time.findDoubt()).isPresent();
      passes(SECOND);
      assertThatItIsRight();
    }

    @Test
    void aYearAheadIsDoubted() {
      leapsBy(DAY.multipliedBy(365));
      time.startsAfter(TEN.minus(DAY), Optional.empty(), NO_LEAP);
      assertThat(time.now()).isEqualTo(TEN.minus(DAY));
      assertThat(time.findDoubt()).isPresent();
    }

    @Test
    void theDatabasesClockShowsHowLongItWasOff() {
      leapsBy(DAY);
      time.startsAfter(TEN.minus(HOUR), Optional.of(HOUR), NO_LEAP);
      assertThatItIsRight();
      assertThat(time.findDoubt()).isPresent();
    }

    private void settlesAfter(Duration wait) {
      passes(wait.minus(SECOND));
      assertThat(time.isSettled()).isFalse();
      passes(SECOND);
      assertThat(time.isSettled()).isTrue();
    }

    @Test
    void afterANightDeletionWaitsForAnHour() {
      time.startsAfter(TEN.minus(TrustedTime.LONGEST_NIGHT), Optional.empty(), NO_LEAP);
      assertThat(time.findUnprovenSince()).isEmpty();
      settlesAfter(HOUR);
    }

    /** The clock may be days ahead as well: nothing tells the two apart. */
    @Test
    void afterAHolidayDeletionWaitsForADay() {
      time.startsAfter(TEN.minus(DAY.multipliedBy(10)), Optional.empty(), NO_LEAP);
      assertThat(time.findUnprovenSince()).contains(TEN);
      settlesAfter(DAY);
    }

    @Test
    void anotherClockProvesTheHoliday() {
      time.startsAfter(TEN.minus(DAY.multipliedBy(10)), Optional.of(DAY.multipliedBy(10)), NO_LEAP);
      assertThat(time.findUnprovenSince()).isEmpty();
      settlesAfter(HOUR);
    }

    @Test
    void theDayGoesOnAfterARestart() {
      time.startsAfter(TEN.minus(MINUTE), Optional.empty(), Optional.of(TEN.minus(HOUR)));
      settlesAfter(DAY.minus(HOUR));
    }

    @Test
    void aDayThatIsOverDelaysNothing() {
      time.startsAfter(TEN.minus(MINUTE), Optional.empty(), Optional.of(TEN.minus(DAY)));
      settlesAfter(HOUR);
    }

    private TrustedTime running = time;

    /** The server is switched on after a time off, with what it stored before it. */
    private void isOff(Duration length) {
      Instant known = running.now();
      Optional<Instant> unproven = running.findUnprovenSince();
      machine.truth = machine.truth.plus(length);
      running = new TrustedTime(machine);
      running.startsAfter(known, Optional.empty(), unproven);
    }

    /** Whether it has deleted until it is switched off. */
    private boolean deletesWithin(Duration on) {
      boolean deletes = false;
      for (Duration left = on; !left.isZero(); left = left.minus(MINUTE)) {
        machine.passes(MINUTE);
        deletes |= running.isSettled();
      }
      return deletes;
    }

    private static final Duration OPEN = MINUTE.multipliedBy(450);
    private static final Duration NIGHT = DAY.minus(OPEN);

    @Test
    void aServerThatIsOffForMostOfTheDayDeletesOnTheSecondDay() {
      isOff(NIGHT);
      List<Boolean> deletes = new ArrayList<>();
      for (int day = 1; day <= 5; day++) {
        deletes.add(deletesWithin(OPEN));
        isOff(NIGHT);
      }
      assertThat(deletes).containsExactly(false, true, false, true, false);
    }

    @Test
    void aServerThatIsUsedTwoDaysAWeekDeletesInTheSecondWeek() {
      isOff(DAY.multipliedBy(4).minus(OPEN));
      List<Boolean> deletes = new ArrayList<>();
      for (int week = 1; week <= 2; week++) {
        deletes.add(deletesWithin(OPEN));
        isOff(DAY.multipliedBy(3).minus(OPEN));
        deletes.add(deletesWithin(OPEN));
        isOff(DAY.multipliedBy(4).minus(OPEN));
      }
      assertThat(deletes).containsExactly(false, false, false, true);
    }

    @Test
    void aClockThatIsDaysAheadAtAStartWaitsForADay() {
      passes(HOUR);
      leapsBy(DAY.multipliedBy(5));
      isOff(NIGHT);
      assertThat(deletesWithin(DAY.minus(MINUTE))).isFalse();
      assertThat(deletesWithin(MINUTE)).isTrue();
    }

    /** Only what it was on before counts. */
    @Test
    void aClockThatIsDaysAheadDoesNotEndAWaitThatIsPending() {
      isOff(NIGHT);
      deletesWithin(OPEN);
      leapsBy(DAY.multipliedBy(5));
      isOff(NIGHT);
      assertThat(deletesWithin(DAY.minus(OPEN).minus(MINUTE))).isFalse();
      assertThat(deletesWithin(MINUTE)).isTrue();
    }

    @Test
    void aClockThatIsMoreThanAWeekAheadBeginsTheWaitAnew() {
      isOff(NIGHT);
      deletesWithin(OPEN);
      leapsBy(DAY.multipliedBy(7));
      isOff(NIGHT);
      assertThat(running.findUnprovenSince()).contains(machine.clock());
    }

    @Test
    void aWaitThatWasOverBeforeTheStopDoesNotCount() {
      time.startsAfter(
          TEN.minus(HOUR.multipliedBy(17)),
          Optional.empty(),
          Optional.of(TEN.minus(HOUR.multipliedBy(41))));
      assertThat(time.findUnprovenSince()).contains(TEN);
    }

    /** Its clock stood still while it was off, and NTP corrects it later. */
    @Test
    void aHolidayThatShowsOnlyAfterTheStartCountsAlike() {
      leapsBy(DAY.multipliedBy(-300));
      time.startsAfter(TEN.minus(DAY.multipliedBy(3)), Optional.empty(), NO_LEAP);
      passes(MINUTE);
      leapsBy(Duration.ZERO);
      passes(SECOND);
      assertThatItIsRight();
      assertThat(time.findUnprovenSince()).contains(machine.truth);
    }

    @Test
    void anActionThatCannotBeUndoneWaits() {
      passes(HOUR.minus(SECOND));
      assertThat(time.isSettled()).isFalse();
      passes(SECOND);
      assertThat(time.isSettled()).isTrue();
    }
  }
}
