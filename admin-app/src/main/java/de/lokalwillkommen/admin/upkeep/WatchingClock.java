package de.lokalwillkommen.admin.upkeep;

import de.lokalwillkommen.core.kernel.RecordingTime;
import de.lokalwillkommen.core.kernel.time.Doubt;
import de.lokalwillkommen.core.kernel.time.TrustedTime;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Watches this server's clock, on every server of a cluster: notes the time in the database, and
 * logs when the machine's clock has leapt.
 */
@WebListener
public class WatchingClock implements ServletContextListener {

  private static final Logger LOG = Logger.getLogger(WatchingClock.class.getName());
  private static final int LOOKS_EVERY_SECONDS = 2;
  private static final int NOTES_EVERY_SECONDS = 20;

  @Inject private TrustedTime time;
  @Inject private RecordingTime keeping;

  @Resource private ManagedScheduledExecutorService threads;
  private final List<ScheduledFuture<?>> running = new ArrayList<>();
  private int told;
  private boolean doubted;
  private boolean unproven;

  @Override
  public void contextInitialized(ServletContextEvent started) {
    every(LOOKS_EVERY_SECONDS, this::look);
    every(NOTES_EVERY_SECONDS, this::note);
  }

  @Override
  public void contextDestroyed(ServletContextEvent stopping) {
    running.forEach(chore -> chore.cancel(false));
  }

  private void every(int seconds, Runnable work) {
    running.add(threads.scheduleWithFixedDelay(work, 0, seconds, TimeUnit.SECONDS));
  }

  private void look() {
    time.now();
    if (time.countLeaps() > told) {
      told = time.countLeaps();
      // the database's clock as it is after the leap
      note();
      Optional<Doubt> leap = time.findDoubt();
      LOG.log(Level.WARNING, () -> inWords(leap));
    }
    Optional<Doubt> doubt = time.findDoubt();
    if (doubted && doubt.isEmpty()) {
      LOG.log(Level.WARNING, "the machine''s clock is believed again: it is {0}", time.now());
    }
    doubted = doubt.isPresent();
    lookForProof();
  }

  private void lookForProof() {
    Optional<Instant> since = time.findUnprovenSince();
    if (since.isPresent() && !unproven) {
      LOG.log(
          Level.WARNING,
          "the time is not proven since {0}: the machine''s clock has leapt, or the server was off"
              + " for long. No personal data is deleted until {1}, unless the subcommand"
              + " believe-clock ends the wait; in either case not in the first hour after the"
              + " start or after the leap was believed",
          new Object[] {since.get(), since.get().plus(TrustedTime.PROVEN_AFTER)});
    } else if (since.isEmpty() && unproven) {
      LOG.log(Level.INFO, "the time is proven: deletion goes on");
    }
    unproven = since.isPresent();
  }

  private static String inWords(Optional<Doubt> doubt) {
    return doubt
        .map(
            d ->
                "the machine's clock has leapt and shows "
                    + d.shown()
                    + "; the office goes on by "
                    + d.kept()
                    + d.believedAt()
                        .map(at -> "; the new time is believed when that clock shows " + at)
                        .orElse("; the database's clock contradicts the new time")
                    + ", or at once by the subcommand believe-clock")
        .orElse("the machine's clock has leapt for a moment");
  }

  private void note() {
    try {
      keeping.note();
    } catch (RuntimeException e) {
      // without the database nothing can be noted; readiness reports that it is away
      LOG.log(Level.FINE, "the time was not stored", e);
    }
  }
}
