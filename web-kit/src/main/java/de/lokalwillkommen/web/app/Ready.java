package de.lokalwillkommen.web.app;

import de.lokalwillkommen.core.storage.Storage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Says that this application is up and that the database can be used, under the application's name.
 * It repeats what the server's watch has found and never asks the database itself, so it answers at
 * once whatever has happened.
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
