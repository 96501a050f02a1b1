package de.lokalwillkommen.core.webhooks;

/** Whether a webhook is told of events, and why not. */
public enum WebhookStatus {
  /** It is told of events. */
  ACTIVE,
  /** A person has paused it. */
  PAUSED,
  /** Its receiver has answered that it no longer exists (410). */
  GONE,
  /** Too many deliveries were waiting. */
  BACKLOG
}
