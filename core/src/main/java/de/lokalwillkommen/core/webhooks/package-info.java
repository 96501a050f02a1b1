/**
 * Webhooks: messages to other programs about events, signed and without personal data. An outbox,
 * filled by an observer in the transaction of the event and emptied afterwards. No other feature
 * depends on it.
 */
package de.lokalwillkommen.core.webhooks;
