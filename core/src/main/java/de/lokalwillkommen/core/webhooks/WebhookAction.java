package de.lokalwillkommen.core.webhooks;

/** What is done about a webhook, as the history notes it. */
enum WebhookAction {
  /** It is new. */
  OPEN,
  /** It is changed, paused or resumed. */
  CHANGE,
  /** It is removed. */
  REMOVE,
  /** It has a new secret. */
  ROTATE,
  /** It was paused by the system. */
  PAUSE
}
