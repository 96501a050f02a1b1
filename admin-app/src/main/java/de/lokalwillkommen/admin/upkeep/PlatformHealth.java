package de.lokalwillkommen.admin.upkeep;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Reports the versions of Payara and Java on which the server runs. */
@Readiness
@ApplicationScoped
public class PlatformHealth implements HealthCheck {

  private String payara;

  protected PlatformHealth() {}

  @Inject
  PlatformHealth(@ConfigProperty(name = "lw.payara", defaultValue = "unknown") String payara) {
    this.payara = payara;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("platform")
        .up()
        .withData("payara", payara)
        .withData("java", Runtime.version().toString())
        .build();
  }
}
