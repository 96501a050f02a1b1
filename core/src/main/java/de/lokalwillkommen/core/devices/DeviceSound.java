package de.lokalwillkommen.core.devices;

/** Whether a device can be heard. */
public enum DeviceSound {
  /** It rings. */
  OK,
  /** The browser lets no page ring before a touch. */
  BLOCKED,
  /** It is not meant to ring. */
  NONE
}
