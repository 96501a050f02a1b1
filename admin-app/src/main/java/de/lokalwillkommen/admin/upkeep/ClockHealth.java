package de.lokalwillkommen.admin.upkeep;

import de.lokalwillkommen.core.kernel.time.Doubt;
import de.lokalwillkommen.core.kernel.time.TrustedTime;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Reports whether the machine's clock is trusted, and when deletion waits for a proof of it. The
 * state stays UP even in doubt: a doubt is no reason to turn visitors away, and a restart would end
 * it before an operator has checked the clock.
 */
@Readiness
@ApplicationScoped
public class ClockHealth implements HealthCheck {

  @Override
  public HealthCheckResponse call() {
    Optional<Doubt> doubt = TrustedTime.ofServer().findDoubt();
    Optional<Instant> unproven = TrustedTime.ofServer().findUnprovenSince();
    HealthCheckResponseBuilder answer =
        HealthCheckResponse.named("clock")
            .up()
            .withData("believed", doubt.isEmpty())
            .withData("proven", unproven.isEmpty());
    unproven.ifPresent(
        since -> answer.withData("provenAt", since.plus(TrustedTime.PROVEN_AFTER).toString()));
    doubt.ifPresent(
        d ->
            answer
                .withData("shown", d.shown().toString())
                .withData("kept", d.kept().toString())
                .withData("believedAt", d.believedAt().map(Object::toString).orElse("")));
    return answer.build();
  }
}
