package de.lokalwillkommen.core.webhooks;

import de.lokalwillkommen.core.kernel.Infrastructure;
import de.lokalwillkommen.core.kernel.Sealer;

/** Keeps the secrets of webhooks unreadable in the database. */
@Infrastructure
public final class WebhookSealer {

  private final Sealer sealer;

  /**
   * @param secret the secret of the installation, at least 32 random bytes
   */
  public WebhookSealer(byte[] secret) {
    this.sealer = new Sealer(secret, "webhook:secret");
  }

  String seal(long webhook, WebhookSecret secret) {
    return sealer.seal(webhook, secret.bytes());
  }

  WebhookSecret open(long webhook, String sealed) {
    return new WebhookSecret(sealer.open(webhook, sealed));
  }
}
