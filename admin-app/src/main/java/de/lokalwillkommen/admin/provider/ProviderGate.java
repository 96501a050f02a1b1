package de.lokalwillkommen.admin.provider;

import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.kernel.Refused;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Keeps a slow or dead provider from holding this server's threads: few wait for it at once, and
 * after a failure none does for some seconds. Signing in with a password does not pass here.
 */
final class ProviderGate {

  static final int AT_ONCE = 8;
  static final Duration PAUSE = Duration.ofSeconds(5);

  private static final Duration WAIT = Duration.ofSeconds(1);
  private static final Logger LOG = Logger.getLogger(ProviderGate.class.getName());

  private final Semaphore places = new Semaphore(AT_ONCE, true);
  private final LongSupplier nanoTime;
  private final AtomicLong pausedUntil;

  ProviderGate(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    this.pausedUntil = new AtomicLong(nanoTime.getAsLong());
  }

  /** Work with the provider. */
  interface Work<T> {
    T run() throws IOException;
  }

  /**
   * Works with the provider.
   *
   * @throws Refused {@code UNAVAILABLE} if it does not answer, has not answered a moment ago, or
   *     too many wait for it; or what the work throws
   */
  <T> T pass(Work<T> work) {
    if (isPaused() || !takePlace()) {
      throw away();
    }
    try {
      if (isPaused()) {
        throw away();
      }
      return work.run();
    } catch (IOException e) {
      pausedUntil.set(nanoTime.getAsLong() + PAUSE.toNanos());
      LOG.log(Level.WARNING, "the identity provider does not answer as it should: {0}", reason(e));
      throw away();
    } finally {
      places.release();
    }
  }

  private boolean isPaused() {
    return nanoTime.getAsLong() - pausedUntil.get() < 0;
  }

  private boolean takePlace() {
    try {
      return places.tryAcquire(WAIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Without addresses and bodies, which may hold secrets. */
  private static String reason(IOException e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root == e ? e.getMessage() : root.getClass().getSimpleName();
  }

  private static Refused away() {
    return Refusal.of(Kind.UNAVAILABLE, "federation.away").asException();
  }
}
