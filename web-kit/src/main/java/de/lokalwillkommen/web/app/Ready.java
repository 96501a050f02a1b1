package de.lokalwillkommen.web.app;

import de.lokalwillkommen.core.storage.Storage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Reports that this application is up and that the database can be used, under the application's
 * name. It repeats the result of the server's watch and never queries the database itself, so it
 * always answers at once.
 */
@Readiness
@ApplicationScoped
public class Ready implements HealthCheck {

  private Storage storage;
  private volatile String application = "starting";
  private volatile boolean started;

  protected Ready() {}

  @Inject
  Ready(Storage storage) {
    this.storage = storage;
  }

  /**
   * The application has started.
   *
   * @param name its name
   */
  void whenStarted(String name) {
    application = name;
    started = true;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named(application).status(started && !storage.isAway()).build();
  }
}
