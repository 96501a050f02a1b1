package de.lokalwillkommen.core.installation;

import de.lokalwillkommen.core.kernel.Nudge;
import de.lokalwillkommen.core.kernel.ReadModel;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The installation as every page shows it. It is cached for some seconds: a lost nudge heals by
 * itself, and a change made on this server is visible at once.
 */
@ReadModel
public class InstallationDirectory {

  private static final Duration MAX_AGE = Duration.ofSeconds(10);

  private InstallationReader reader;
  private Clock clock;
  private volatile Optional<Seen> seen = Optional.empty();
  private volatile Optional<Logo> logo = Optional.empty();

  protected InstallationDirectory() {}

  @Inject
  public InstallationDirectory(InstallationReader reader, Clock clock) {
    this.reader = reader;
    this.clock = clock;
  }

  /** The installation as it names itself. */
  public InstallationProfile get() {
    Instant now = clock.instant();
    Seen present =
        seen.filter(s -> Duration.between(s.at(), now).abs().compareTo(MAX_AGE) <= 0)
            .orElseGet(() -> new Seen(reader.get(), now));
    seen = Optional.of(present);
    return present.profile();
  }

  /** The present logo, if it has that hash. */
  public Optional<Logo> findLogo(String hash) {
    if (!get().logo().equals(Optional.of(hash))) {
      return Optional.empty();
    }
    if (logo.filter(known -> known.hash().equals(hash)).isEmpty()) {
      logo = reader.findLogo();
    }
    return logo.filter(known -> known.hash().equals(hash));
  }

  void forgetAfter(@Observes Nudge nudge) {
    if (nudge.isAbout("installation")) {
      seen = Optional.empty();
    }
  }

  private record Seen(InstallationProfile profile, Instant at) {}
}
