package de.lokalwillkommen.core.devices;

/** Who calls the kiosk or the display. {@link ClientRights} says what each may do. */
public enum Client {
  /** A caller who shows nothing: a person from outside, or a screen that is not paired. */
  STRANGER,
  /** A caller who names the code or the secret address of a ticket, an appointment, an offer. */
  VISITOR,
  /** A paired kiosk. */
  KIOSK,
  /** A paired board. */
  DISPLAY,
  /** The paired tablet of an outpost. */
  OUTPOST;

  /** A paired device of that role. */
  public static Client of(DeviceRole role) {
    return switch (role) {
      case KIOSK -> KIOSK;
      case DISPLAY -> DISPLAY;
      case OUTPOST -> OUTPOST;
    };
  }

  /** Whether it has a right, be it for what is its own. */
  public boolean may(ClientRight right) {
    return ClientRights.reach(this, right) != ClientRights.Reach.NONE;
  }
}
