package de.lokalwillkommen.admin.upkeep;

import de.lokalwillkommen.core.kernel.time.Doubt;
import de.lokalwillkommen.core.kernel.time.TrustedTime;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Reports whether the machine's clock is trusted. The state stays UP even in doubt: a doubt is no
 * reason to turn visitors away, and a restart would end it before an operator has checked the
 * clock.
 */
@Readiness
@ApplicationScoped
public class ClockHealth implements HealthCheck {

  @Override
  public HealthCheckResponse call() {
    Optional<Doubt> doubt = TrustedTime.ofServer().findDoubt();
    HealthCheckResponseBuilder answer =
        HealthCheckResponse.named("clock").up().withData("believed", doubt.isEmpty());
    doubt.ifPresent(
        d ->
            answer
                .withData("shown", d.shown().toString())
                .withData("kept", d.kept().toString())
                .withData("believedAt", d.believedAt().map(Object::toString).orElse("")));
    return answer.build();
  }
}
