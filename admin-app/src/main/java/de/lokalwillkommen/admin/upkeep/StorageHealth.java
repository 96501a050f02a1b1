package de.lokalwillkommen.admin.upkeep;

import de.lokalwillkommen.core.storage.Storage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Reports whether the database can be used and whether there is room for new work. */
@Readiness
@ApplicationScoped
public class StorageHealth implements HealthCheck {

  private Storage storage;

  protected StorageHealth() {}

  @Inject
  StorageHealth(Storage storage) {
    this.storage = storage;
  }

  /** A disk that is nearly full is reported, but does not take the server out of service. */
  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder answer =
        HealthCheckResponse.named("storage")
            .status(!storage.isAway())
            .withData("scarce", storage.isScarce());
    storage.findFreeMegabytes().ifPresent(free -> answer.withData("freeMegabytes", free));
    return answer.build();
  }
}
