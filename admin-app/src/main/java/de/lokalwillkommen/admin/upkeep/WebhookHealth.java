package de.lokalwillkommen.admin.upkeep;

import de.lokalwillkommen.admin.webhooks.WebhookSender;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Reports webhooks that the system has paused. The state stays UP: visitors are served all the
 * same.
 */
@Readiness
@ApplicationScoped
public class WebhookHealth implements HealthCheck {

  private WebhookSender sender;

  protected WebhookHealth() {}

  @Inject
  WebhookHealth(WebhookSender sender) {
    this.sender = sender;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("webhooks").up().withData("stopped", sender.stopped()).build();
  }
}
