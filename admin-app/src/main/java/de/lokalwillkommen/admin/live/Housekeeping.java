package de.lokalwillkommen.admin.live;

import de.lokalwillkommen.core.kernel.Leases;
import de.lokalwillkommen.core.offices.OfficeDirectory;
import de.lokalwillkommen.core.offices.OfficeProfile;
import de.lokalwillkommen.core.ticketing.KeepingLines;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Every few seconds does what has become due, on one server of a cluster. Nothing depends on it: it
 * only makes sooner visible what would be decided at the next change anyway.
 */
@WebListener
public class Housekeeping implements ServletContextListener {

  private static final Logger LOG = Logger.getLogger(Housekeeping.class.getName());
  private static final String LEASE = "keeping-lines";
  private static final Duration LEASED_FOR = Duration.ofSeconds(30);
  private static final long EVERY_SECONDS = 5;

  @Inject private Leases leases;
  @Inject private OfficeDirectory offices;
  @Inject private KeepingLines keeping;
  @Resource private ManagedScheduledExecutorService threads;
  private ScheduledFuture<?> running;

  @Override
  public void contextInitialized(ServletContextEvent started) {
    running =
        threads.scheduleWithFixedDelay(this::tend, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
  }

  @Override
  public void contextDestroyed(ServletContextEvent stopping) {
    running.cancel(false);
  }

  private void tend() {
    try {
      if (leases.take(LEASE, LEASED_FOR)) {
        for (OfficeProfile office : offices.list()) {
          keeping.tend(office.id());
        }
      }
    } catch (RuntimeException e) {
      // the next round tries again; an exception would end all rounds
      LOG.log(Level.WARNING, "a round of housekeeping failed", e);
    }
  }
}
