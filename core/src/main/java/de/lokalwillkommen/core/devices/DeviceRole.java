package de.lokalwillkommen.core.devices;

/** What a device is for. */
enum DeviceRole {
  /** Issues tickets. */
  KIOSK,
  /** Shows the board. */
  DISPLAY
}
