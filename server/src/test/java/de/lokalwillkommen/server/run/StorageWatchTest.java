package de.lokalwillkommen.server.run;

import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.core.storage.shared.StorageState;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StorageWatchTest {

  private final StorageState state = new StorageState();
  private final List<String> done = new ArrayList<>();
  private final List<String> ends = new ArrayList<>();
  private final StorageWatch.Pool pool =
      new StorageWatch.Pool() {
        @Override
        public void cut() {
          done.add("cut");
        }

        @Override
        public void renew() {
          assertThat(state.findings().away())
              .as("no request is served before the pool is renewed")
              .isEqualTo(wasAway);
          done.add("renew");
        }
      };
  private boolean wasAway;
  private boolean broken;
  private boolean renewed;
  private long nanos = 1;

  private StorageWatch watch(Optional<DataDisk> disk) {
    return new StorageWatch(this::beat, disk, pool, state, ends::add, () -> nanos);
  }

  private boolean beat() throws SQLException {
    if (broken) {
      SQLException failure = new SQLException("failed, see the next exception", "08006");
      failure.setNextException(new SQLException("the log is broken"));
      throw failure;
    }
    return renewed;
  }

  @Test
  void aHealthyDatabaseIsLeftAlone() throws Exception {
    watch(Optional.empty()).look();

    assertThat(state.findings().away()).isFalse();
    assertThat(done).isEmpty();
  }

  @Test
  void aFailureIsPublishedAndNoRequestWaitsAnyMore() throws Exception {
    broken = true;

    watch(Optional.empty()).look();

    assertThat(state.findings().away()).isTrue();
    assertThat(done).containsExactly("cut");
  }

  @Test
  void thePoolIsRenewedBeforeRequestsAreServedAgain() throws Exception {
    StorageWatch watch = watch(Optional.empty());
    broken = true;
    watch.look();
    broken = false;
    wasAway = true;

    watch.look();

    assertThat(state.findings().away()).isFalse();
    assertThat(done).containsExactly("cut", "renew");
  }

  @Test
  void aRestartBetweenTwoLooksRenewsThePoolToo() throws Exception {
    renewed = true;

    watch(Optional.empty()).look();

    assertThat(state.findings().away()).isFalse();
    assertThat(done).containsExactly("renew");
  }

  @Test
  void littleRoomIsToldAndSoIsEnough(@TempDir Path folder) throws Exception {
    watch(Optional.of(new DataDisk(folder, Long.MAX_VALUE / 4))).look();
    assertThat(state.findings().scarce()).isTrue();
    assertThat(state.findings().freeMegabytes().orElse(0)).isPositive();

    watch(Optional.of(new DataDisk(folder, 0))).look();
    assertThat(state.findings().scarce()).isFalse();
  }

  @Test
  void anEmbeddedDatabaseThatFailsOnAHealthyDiskEndsTheProcessOnceAfterAWhile(@TempDir Path folder)
      throws Exception {
    StorageWatch watch = watch(Optional.of(new DataDisk(folder, 1)));
    broken = true;
    watch.look();
    for (int seconds = 0; seconds < 100; seconds += 20) {
      nanos += Duration.ofSeconds(20).toNanos();
      watch.look();
    }
    assertThat(ends).isEmpty();

    nanos += Duration.ofSeconds(30).toNanos();
    watch.look();
    watch.look();

    assertThat(ends)
        .singleElement()
        .asString()
        .contains("120 seconds")
        .endsWith("the log is broken");
  }

  /** As by the host of a virtual machine whose disk is full. */
  @Test
  void timeInWhichTheProcessWasHaltedDoesNotCount(@TempDir Path folder) throws Exception {
    StorageWatch watch = watch(Optional.of(new DataDisk(folder, 1)));
    broken = true;
    watch.look();
    nanos += Duration.ofHours(1).toNanos();
    watch.look();

    assertThat(ends).isEmpty();
  }

  @Test
  void anAnswerThatWaitedWhileTheProcessWasHaltedCounts() throws Exception {
    CountDownLatch askedAgain = new CountDownLatch(1);
    Iterator<Long> clock = List.of(0L, Duration.ofSeconds(90).toNanos()).iterator();
    LongSupplier leaping =
        () -> {
          if (clock.hasNext()) {
            return clock.next();
          }
          askedAgain.countDown();
          return Duration.ofSeconds(90).toNanos();
        };
    StorageWatch watch =
        new StorageWatch(
            () -> {
              askedAgain.await();
              return false;
            },
            Optional.empty(),
            pool,
            state,
            ends::add,
            leaping);

    watch.look();

    assertThat(state.findings().away()).isFalse();
    assertThat(done).isEmpty();
  }

  @Test
  void aDatabaseElsewhereIsWaitedForForEver() throws Exception {
    StorageWatch watch = watch(Optional.empty());
    broken = true;
    watch.look();
    nanos += Duration.ofDays(1).toNanos();
    watch.look();

    assertThat(ends).isEmpty();
  }

  @Test
  void onAFullDiskAnEmbeddedDatabaseIsNotTriedAgainAndAgain(@TempDir Path folder) throws Exception {
    DataDisk full = new DataDisk(folder, 200, () -> OptionalLong.of(0));
    StorageWatch watch = watch(Optional.of(full));
    broken = true;
    watch.look();
    broken = false;
    watch.look();

    assertThat(state.findings().away()).isTrue();
  }

  @Test
  void anAnswerBelowTheReserveStaysScarceUntilThereIsClearlyMore() {
    DataDisk disk = new DataDisk(Path.of("."), 200);

    assertThat(disk.isScarce(OptionalLong.of(199), false)).isTrue();
    assertThat(disk.isScarce(OptionalLong.of(210), true)).isTrue();
    assertThat(disk.isScarce(OptionalLong.of(210), false)).isFalse();
    assertThat(disk.isScarce(OptionalLong.of(221), true)).isFalse();
    assertThat(new DataDisk(Path.of("."), 0).isScarce(OptionalLong.of(0), false)).isFalse();
  }

  @Test
  void onAFileSystemThatDoesNotTellItsSpaceWorkGoesOnAndTheDatabaseIsTriedAgain(
      @TempDir Path folder) throws Exception {
    StorageWatch watch = watch(Optional.of(new DataDisk(folder.resolve("tells-nothing"), 200)));
    watch.look();
    assertThat(state.findings().scarce()).isFalse();

    broken = true;
    watch.look();
    broken = false;
    wasAway = true;
    watch.look();
    assertThat(state.findings().away()).isFalse();
  }
}
