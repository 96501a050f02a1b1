package de.lokalwillkommen.admin.upkeep;

import de.lokalwillkommen.admin.mail.Postman;
import de.lokalwillkommen.admin.webhooks.WebhookSender;
import de.lokalwillkommen.core.booking.SettlingAppointments;
import de.lokalwillkommen.core.kernel.Leases;
import de.lokalwillkommen.core.kernel.time.TrustedTime;
import de.lokalwillkommen.core.leadtime.MeasuringLeadTimes;
import de.lokalwillkommen.core.offices.OfficeDirectory;
import de.lokalwillkommen.core.offices.OfficeProfile;
import de.lokalwillkommen.core.retention.ForgettingJob;
import de.lokalwillkommen.core.storage.Storage;
import de.lokalwillkommen.core.ticketing.KeepingLines;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Runs the chores, each on one server of a cluster. Apart from letters and webhooks nothing depends
 * on them: they only show sooner what the next change would settle anyway.
 */
@WebListener
public class Housekeeping implements ServletContextListener {

  private static final Duration OFTEN = Duration.ofSeconds(5);
  private static final Duration NOW_AND_THEN = Duration.ofMinutes(5);

  @Inject private TrustedTime time;
  @Inject private Leases leases;
  @Inject private Storage storage;
  @Inject private OfficeDirectory offices;
  @Inject private KeepingLines lines;
  @Inject private SettlingAppointments books;
  @Inject private MeasuringLeadTimes leadTimes;
  @Inject private Forgetting forgetting;
  @Inject private Postman postman;
  @Inject private WebhookSender webhooks;
  @Inject private QueueWatch queues;
  @Resource private ManagedScheduledExecutorService threads;
  private final List<ScheduledFuture<?>> running = new ArrayList<>();

  @Override
  public void contextInitialized(ServletContextEvent started) {
    for (Chore chore : chores()) {
      running.add(
          threads.scheduleWithFixedDelay(
              () -> doUnlessAway(chore),
              OFTEN.toSeconds(),
              chore.every().toSeconds(),
              TimeUnit.SECONDS));
    }
    // on every server: each reports it
    running.add(
        threads.scheduleWithFixedDelay(
            queues::look, OFTEN.toSeconds(), QueueWatch.EVERY.toSeconds(), TimeUnit.SECONDS));
  }

  @Override
  public void contextDestroyed(ServletContextEvent stopping) {
    running.forEach(chore -> chore.cancel(false));
  }

  /** Skips the round while the database is away, since it would fail; the next one follows soon. */
  private void doUnlessAway(Chore chore) {
    if (!storage.isAway()) {
      chore.doUnder(leases::take);
    }
  }

  private List<Chore> chores() {
    List<Chore> chores =
        new ArrayList<>(
            List.of(
                new Chore("keeping-lines", OFTEN, () -> everywhere(lines::tend)),
                new Chore("keeping-books", OFTEN, () -> everywhere(books::tend)),
                new Chore("posting-letters", OFTEN, postman::deliver),
                new Chore("sending-webhooks", OFTEN, () -> webhooks.deliver(threads)),
                new Chore(
                    "measuring-lead-times", NOW_AND_THEN, () -> everywhere(leadTimes::measure))));
    for (ForgettingJob job : ForgettingJob.values()) {
      chores.add(new Chore(job.lease(), job.every(), () -> forget(job)));
    }
    return chores;
  }

  /** Waits until the time is settled: deletion is final, and the clock may be ahead. */
  private void forget(ForgettingJob job) {
    if (time.isSettled()) {
      forgetting.doWork(job);
    }
  }

  private void everywhere(Consumer<String> work) {
    Chore.forEach(offices.list().stream().map(OfficeProfile::id).toList(), work);
  }
}
