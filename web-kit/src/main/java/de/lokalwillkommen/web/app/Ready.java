package de.lokalwillkommen.web.app;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Says that this application is up and reaches the database, under the application's name. */
@Readiness
@ApplicationScoped
public class Ready implements HealthCheck {

  private static final Logger LOG = Logger.getLogger(Ready.class.getName());

  private volatile String application = "starting";
  private volatile Optional<Runnable> pulse = Optional.empty();

  /**
   * The application has started.
   *
   * @param name its name
   * @param databasePulse fails if the database does not answer; must bring the application's
   *     context along, since health checks are called outside of any
   */
  void whenStarted(String name, Runnable databasePulse) {
    application = name;
    pulse = Optional.of(databasePulse);
  }

  @Override
  public HealthCheckResponse call() {
    Optional<Runnable> present = pulse;
    if (present.isEmpty()) {
      return HealthCheckResponse.down(application);
    }
    try {
      present.get().run();
      return HealthCheckResponse.up(application);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "the database does not answer", e);
      return HealthCheckResponse.down(application);
    }
  }
}
