package de.lokalwillkommen.core.devices;

/** What a device is for. */
public enum DeviceRole {
  /** Issues tickets. */
  KIOSK,
  /** Shows the board. */
  DISPLAY,
  /** The one tablet of an outpost: issues tickets and shows the board. */
  OUTPOST;

  /** Whether such a device issues tickets. */
  public boolean issues() {
    return this != DISPLAY;
  }

  /** Whether such a device shows the board. */
  public boolean shows() {
    return this != KIOSK;
  }
}
