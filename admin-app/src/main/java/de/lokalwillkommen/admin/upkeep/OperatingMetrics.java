package de.lokalwillkommen.admin.upkeep;

import de.lokalwillkommen.admin.upkeep.QueueWatch.Counts;
import de.lokalwillkommen.core.kernel.time.TrustedTime;
import de.lokalwillkommen.core.storage.Storage;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.ToLongFunction;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.MetricUnits;

/**
 * What an alarm asks about this server, as numbers at {@code /metrics}: 1 for yes, 0 for no. The
 * answers are those of the health checks, which say more.
 */
@WebListener
public class OperatingMetrics implements ServletContextListener {

  @Inject private MetricRegistry metrics;
  @Inject private Storage storage;
  @Inject @Readiness private BackupHealth backups;
  @Inject private QueueWatch queues;

  @Override
  public void contextInitialized(ServletContextEvent started) {
    TrustedTime time = TrustedTime.ofServer();
    answer("lw_database_usable", "The database can be used", () -> !storage.isAway());
    answer("lw_disk_scarce", "New work is refused for want of space", storage::isScarce);
    answer("lw_backup_old", "The last good backup is old", backups::isOld);
    answer(
        "lw_clock_believed", "The machine's clock is believed", () -> time.findDoubt().isEmpty());
    answer("lw_time_proven", "Deletion goes on", () -> time.findUnprovenSince().isEmpty());
    metrics.gauge(
        named("lw_disk_free_megabytes", "Free space on the disk of the data, -1 if unknown"),
        () -> storage.findFreeMegabytes().orElse(-1));
    metrics.gauge(
        named("lw_backup_age_seconds", "Age of the newest regular backup, -1 without one"),
        () -> backups.findAge().map(Duration::toSeconds).orElse(-1L));
    count("lw_offices_open", "Offices that are open", Counts::openOffices);
    count("lw_visitors_waiting", "People who wait, in all offices", Counts::visitors);
    count("lw_letters_late", "Letters not sent though their time has come", Counts::letters);
    count(
        "lw_letters_late_seconds",
        "How long the oldest of them has waited",
        Counts::oldestLetterSeconds);
    count("lw_webhook_deliveries_waiting", "Messages not delivered yet", Counts::deliveries);
    count("lw_webhooks_stopped", "Webhooks that the system has paused", Counts::stoppedWebhooks);
  }

  private void count(String name, String meaning, ToLongFunction<Counts> what) {
    metrics.gauge(named(name, meaning), () -> what.applyAsLong(queues.counts()));
  }

  private void answer(String name, String meaning, BooleanSupplier fact) {
    metrics.gauge(named(name, meaning), () -> fact.getAsBoolean() ? 1 : 0);
  }

  private static Metadata named(String name, String meaning) {
    return Metadata.builder()
        .withName(name)
        .withDescription(meaning)
        .withUnit(MetricUnits.NONE)
        .build();
  }
}
