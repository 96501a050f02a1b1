package de.lokalwillkommen.admin.upkeep;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A job that is repeated, in a cluster by one server at a time.
 *
 * @param name also that of the lease under which it is done
 * @param every how long to wait between two rounds
 * @param work one round
 */
record Chore(String name, Duration every, Runnable work) {

  private static final Logger LOG = Logger.getLogger(Chore.class.getName());
  private static final Duration GRACE = Duration.ofSeconds(30);

  /**
   * Does one round, if this server holds the lease. Never throws: the next round tries again, and
   * an exception would end all rounds.
   *
   * @param leases takes or prolongs a lease of that name and length
   */
  void doUnder(BiPredicate<String, Duration> leases) {
    try {
      if (leases.test(name, every.plus(GRACE))) {
        work.run();
      }
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, e, () -> "a round of " + name + " failed");
    }
  }

  /**
   * Does the same for several offices or other parts; a failure in one does not affect the others.
   *
   * @throws RuntimeException the first failure, after all parts have been tried
   */
  static <T> void forEach(List<T> parts, Consumer<T> work) {
    List<RuntimeException> failures = new ArrayList<>();
    for (T part : parts) {
      try {
        work.accept(part);
      } catch (RuntimeException e) {
        failures.add(e);
      }
    }
    if (!failures.isEmpty()) {
      RuntimeException first = failures.remove(0);
      failures.forEach(first::addSuppressed);
      throw first;
    }
  }
}
