package de.lokalwillkommen.core.webhooks;

/** The status of a delivery. */
public enum DeliveryStatus {
  /** Waits for its first attempt, or for a retry. */
  WAITING,
  /** The receiver has accepted it. */
  DELIVERED,
  /** All attempts have failed. */
  DEAD
}
