package de.lokalwillkommen.admin.upkeep;

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

  private QueueWatch queues;

  protected WebhookHealth() {}

  @Inject
  WebhookHealth(QueueWatch queues) {
    this.queues = queues;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("webhooks")
        .up()
        .withData("stopped", queues.counts().stoppedWebhooks())
        .build();
  }
}
