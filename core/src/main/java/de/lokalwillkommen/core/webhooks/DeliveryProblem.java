package de.lokalwillkommen.core.webhooks;

/** Why a receiver did not answer at all. */
public enum DeliveryProblem {
  /** The name of the host is not known. */
  NO_HOST,
  /** The host has an address in an internal network, and the operator does not allow it. */
  INTERNAL_ADDRESS,
  /** There is no connection. */
  NO_CONNECTION,
  /** The certificate is not valid, or there is no encryption. */
  NOT_SECURE,
  /** The answer did not come in time. */
  TIMEOUT
}
