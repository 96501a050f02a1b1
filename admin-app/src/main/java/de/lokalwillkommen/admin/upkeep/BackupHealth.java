package de.lokalwillkommen.admin.upkeep;

import de.lokalwillkommen.core.storage.shared.BackupFolder;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Reports the newest backup, and whether it is old. The state stays UP: without a backup visitors
 * are served all the same.
 */
@Readiness
@ApplicationScoped
public class BackupHealth implements HealthCheck {

  private Optional<BackupFolder> folder;
  private Duration every;
  private Clock clock;

  protected BackupHealth() {}

  @Inject
  BackupHealth(
      @ConfigProperty(name = "lw.backup.dir") Optional<String> folder,
      @ConfigProperty(name = "lw.backup.every", defaultValue = "24") int hours) {
    this(folder, hours, Clock.systemUTC());
  }

  BackupHealth(Optional<String> folder, int hours, Clock clock) {
    this.folder = folder.map(path -> new BackupFolder(Path.of(path), BackupFolder.REGULAR));
    this.every = Duration.ofHours(hours);
    this.clock = clock;
  }

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder answer =
        HealthCheckResponse.named("backup")
            .up()
            .withData("scheduled", folder.isPresent())
            .withData("old", isOld());
    findNewest().ifPresent(at -> answer.withData("newest", at.toString()));
    return answer.build();
  }

  /** One may be late by as much again: the last try has failed then, or the machine was off. */
  boolean isOld() {
    Instant oldest = clock.instant().minus(every.multipliedBy(2));
    return folder.isPresent() && findNewest().filter(oldest::isBefore).isEmpty();
  }

  /** How old the newest one is; empty without one. */
  Optional<Duration> findAge() {
    Instant now = clock.instant();
    return findNewest().map(at -> Duration.between(at, now));
  }

  private Optional<Instant> findNewest() {
    return folder.flatMap(backups -> backups.findNewest(clock.instant()));
  }
}
