package de.lokalwillkommen.core.devices;

/** How the pairing of a device stands. */
public enum DeviceState {
  /** It is paired and has not used its token yet. */
  EXPECTED,
  /** It is paired. */
  PAIRED,
  /** It is paired and gets a new token the next time it comes. */
  RENEWING,
  /** Its pairing has ended. */
  REVOKED
}
