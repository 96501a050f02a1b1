package de.lokalwillkommen.kiosk.api;

import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.staff.SecretToken;
import de.lokalwillkommen.web.app.Installation;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Keeps what is asked with one visitor's token at a pace people have: one request a second on
 * average, thirty at once. A demonstration does not mind.
 */
@ApplicationScoped
public class VisitorPace {

  private static final int MOST_TOKENS = 10_000;
  private static final Bandwidth PACE =
      Bandwidth.builder().capacity(30).refillGreedy(1, Duration.ofSeconds(1)).build();

  /** By hash: a token can be any text of any length, and strangers choose it. */
  private final Map<String, Bucket> buckets = Collections.synchronizedMap(new LatestTokens());

  private Installation installation;

  protected VisitorPace() {}

  @Inject
  VisitorPace(Installation installation) {
    this.installation = installation;
  }

  /**
   * Lets one request pass.
   *
   * @throws de.lokalwillkommen.core.kernel.Refused {@code TOO_OFTEN} if there were too many
   */
  public void admit(String token) {
    if (installation.isDemo()) {
      return;
    }
    String hash = new SecretToken(token).hash();
    Bucket bucket = buckets.computeIfAbsent(hash, t -> Bucket.builder().addLimit(PACE).build());
    if (!bucket.tryConsume(1)) {
      throw Refusal.of(Kind.TOO_OFTEN, "request.tooMany").asException();
    }
  }

  /** Forgets the token that has been quiet for longest, so that it cannot grow without end. */
  private static final class LatestTokens extends LinkedHashMap<String, Bucket> {

    LatestTokens() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
      return size() > MOST_TOKENS;
    }
  }
}
