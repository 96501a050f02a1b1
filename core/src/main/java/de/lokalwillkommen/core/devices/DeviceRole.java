package de.lokalwillkommen.core.devices;

/** What a device is for. {@link ClientRights} says what it may do. */
public enum DeviceRole {
  /** Issues tickets. */
  KIOSK,
  /** Shows the board. */
  DISPLAY,
  /** The one tablet of an outpost: issues tickets and shows the board. */
  OUTPOST;

  /** Whether such a device has a right, at least in its own office. */
  public boolean may(ClientRight right) {
    return Client.of(this).may(right);
  }
}
