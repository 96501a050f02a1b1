package de.lokalwillkommen.server.run;

import de.lokalwillkommen.core.storage.shared.DatabaseFailureReason;
import de.lokalwillkommen.core.storage.shared.StorageState;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The watch of this server over its database. All other code asks {@link StorageState}, so that no
 * request waits for a database that is away. When it is back the pool is renewed, so that the next
 * request does not get a dead connection.
 */
final class StorageWatch implements Runnable {
  private static final Logger LOG = Logger.getLogger(StorageWatch.class.getName());

  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

  /** While it is away, an embedded database is closed and opened at every check. */
  private static final Duration BETWEEN_REPAIRS = Duration.ofSeconds(4);

  private static final Duration BETWEEN_SUSPICIONS = Duration.ofMillis(100);

  private static final Duration ENDING = Duration.ofSeconds(2);
  private static final Duration RENEWING = Duration.ofSeconds(5);

  /**
   * For how long an embedded database may fail on a healthy disk before the process is replaced.
   */
  static final Duration GIVEN_UP_AFTER = Duration.ofMinutes(2);

  /** Longer than a round with its pause. */
  private static final Duration LONGEST_ROUND = Duration.ofSeconds(30);

  private final Probe probe;
  private final Optional<DataDisk> disk;
  private final Pool pool;
  private final StorageState state;
  private final Consumer<String> end;
  private final LongSupplier nanos;
  private final Duration patience;
  private final ExecutorService worker;
  private final Thread thread = new Thread(this, "storage-watch");
  private final Semaphore suspicions = new Semaphore(0);
  private Optional<Future<Boolean>> pending = Optional.empty();
  private boolean away;
  private boolean scarce;
  private long awaySince;
  private long lastFailure;
  private Duration failing = Duration.ZERO;
  private boolean poolIsOld;
  private boolean ended;

  /** Checks whether the database can be read and written. */
  @FunctionalInterface
  interface Probe {
    /**
     * Throws if the database cannot be used.
     *
     * @return whether connections made before this are useless
     */
    boolean beat() throws Exception;
  }

  /** The connections that the applications use. */
  interface Pool {
    /** The database is away: waiting requests should fail now. */
    void cut();

    /** The database is back: old connections are discarded. */
    void renew();
  }

  /**
   * @param disk where an embedded database lies; empty if the database is elsewhere
   * @param end called once, with the reason, when only another process can help
   */
  StorageWatch(
      Probe probe,
      Optional<DataDisk> disk,
      Pool pool,
      StorageState state,
      Consumer<String> end,
      LongSupplier nanos) {
    this.probe = probe;
    this.disk = disk;
    this.pool = pool;
    this.state = state;
    this.end = end;
    this.nanos = nanos;
    // an embedded database on a slow disk gets more time than a remote one
    this.patience = disk.isPresent() ? Duration.ofSeconds(20) : Duration.ofSeconds(4);
    this.worker =
        Executors.newCachedThreadPool(
            task -> {
              Thread thread = new Thread(task, "storage-probe");
              thread.setDaemon(true);
              return thread;
            });
  }

  /** Starts checking, until the process ends. */
  void begin() {
    state.onSuspicion(suspicions::release);
    thread.setDaemon(true);
    thread.start();
  }

  /** Stops checking before the database is closed for good, since a check would open it again. */
  void end() throws InterruptedException {
    thread.interrupt();
    thread.join(ENDING.toMillis());
    worker.shutdown();
    if (!worker.awaitTermination(ENDING.toMillis(), TimeUnit.MILLISECONDS)) {
      LOG.warning("the database was still being checked when the server ended");
    }
  }

  @Override
  public void run() {
    try {
      while (!Thread.interrupted()) {
        look();
        pause();
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  /** Checks once and publishes the result. */
  void look() throws InterruptedException {
    OptionalLong free = freeMegabytes();
    noteRoom(free);
    Optional<String> trouble = feel();
    if (trouble.isEmpty() && away && disk.filter(d -> d.isFull(free)).isPresent()) {
      trouble = Optional.of("the disk is full");
    }
    if (trouble.isPresent()) {
      goneAway(trouble.get());
    } else {
      comeBack();
    }
    state.found(new StorageState.Findings(away, scarce, free));
    if (away) {
      pool.cut();
      endIfHopeless(trouble.orElse(""));
    }
  }

  private Optional<String> feel() throws InterruptedException {
    Future<Boolean> beat = pending.orElseGet(() -> worker.submit(probe::beat));
    pending = Optional.of(beat);
    long began = nanos.getAsLong();
    try {
      poolIsOld |= beat.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      pending = Optional.empty();
      return Optional.empty();
    } catch (TimeoutException silent) {
      if (wasHaltedSince(began)) {
        // the database has had no time to answer
        return feel();
      }
      // the next round waits for the same check: there is never more than one
      return Optional.of("it does not answer");
    } catch (ExecutionException failed) {
      pending = Optional.empty();
      return Optional.of(DatabaseFailureReason.of(failed.getCause()));
    }
  }

  /**
   * Whether this process itself was halted while it waited, with its machine or by a signal: then
   * much more time has passed than the time limit.
   */
  private boolean wasHaltedSince(long began) {
    return nanos.getAsLong() - began > patience.multipliedBy(2).toNanos();
  }

  private void goneAway(String reason) {
    long present = nanos.getAsLong();
    if (away) {
      // a round longer than usual is time in which this process was halted
      long round = Math.min(present - lastFailure, LONGEST_ROUND.toNanos());
      failing = failing.plusNanos(round);
    }
    lastFailure = present;
    if (!away) {
      away = true;
      awaySince = present;
      failing = Duration.ZERO;
      LOG.log(
          Level.SEVERE,
          "the database cannot be used: {0}; requests are refused until it can",
          reason);
    }
  }

  private void comeBack() throws InterruptedException {
    if (poolIsOld || away) {
      renewPool();
      poolIsOld = false;
    }
    if (away) {
      away = false;
      LOG.info(() -> "the database can be used again, after " + awayFor().toSeconds() + " s");
    }
  }

  private void renewPool() throws InterruptedException {
    Future<?> renewing = worker.submit(pool::renew);
    try {
      renewing.get(RENEWING.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      LOG.log(Level.WARNING, "the pool takes long to begin anew", e);
    } catch (ExecutionException e) {
      LOG.log(Level.WARNING, "the pool did not begin anew", e);
    }
  }

  private void endIfHopeless(String reason) {
    boolean hopeless =
        !ended
            && failing.compareTo(GIVEN_UP_AFTER) > 0
            && disk.filter(DataDisk::isWritable).isPresent();
    if (hopeless && disk.filter(d -> !d.isFull(freeMegabytes())).isPresent()) {
      ended = true;
      end.accept(
          "the embedded database could not be used for "
              + GIVEN_UP_AFTER.toSeconds()
              + " seconds although its disk can be written: "
              + reason);
    }
  }

  private Duration awayFor() {
    return Duration.ofNanos(nanos.getAsLong() - awaySince);
  }

  private OptionalLong freeMegabytes() {
    return disk.map(DataDisk::freeMegabytes).orElse(OptionalLong.empty());
  }

  private void noteRoom(OptionalLong free) {
    boolean now = disk.filter(d -> d.isScarce(free, scarce)).isPresent();
    if (now && !scarce) {
      LOG.log(
          Level.SEVERE,
          "only {0} MB are left on the disk of {1}: no new numbers, bookings or waitlist entries"
              + " until there is more; calling goes on",
          new Object[] {free.getAsLong(), disk.orElseThrow().directory()});
    } else if (scarce && !now) {
      LOG.log(Level.INFO, "there is enough room on the disk again: {0} MB", free.orElse(0));
    }
    scarce = now;
  }

  private void pause() throws InterruptedException {
    if (away) {
      // the database is known to be away, so suspicions are ignored
      Thread.sleep((disk.isPresent() ? BETWEEN_REPAIRS : BETWEEN_LOOKS).toMillis());
    } else if (suspicions.tryAcquire(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS)) {
      // concurrent failures share one suspicion, and there are only a few per second
      Thread.sleep(BETWEEN_SUSPICIONS.toMillis());
    }
    suspicions.drainPermits();
  }
}
