package de.lokalwillkommen.core.federation;

import de.lokalwillkommen.core.kernel.Infrastructure;
import de.lokalwillkommen.core.kernel.Sealer;
import java.nio.charset.StandardCharsets;

/** Keeps the provider's tokens, which name a person, unreadable in the database. */
@Infrastructure
public final class SessionSealing {

  private final Sealer sealer;

  /**
   * @param secret at least 32 random bytes
   */
  public SessionSealing(byte[] secret) {
    this.sealer = new Sealer(secret, "federation:id-token");
  }

  String seal(long person, String token) {
    return sealer.seal(person, token.getBytes(StandardCharsets.UTF_8));
  }

  String open(long person, String sealed) {
    return new String(sealer.open(person, sealed), StandardCharsets.UTF_8);
  }
}
