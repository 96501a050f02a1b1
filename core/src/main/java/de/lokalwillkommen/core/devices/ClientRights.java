package de.lokalwillkommen.core.devices;

import static de.lokalwillkommen.core.devices.ClientRights.Reach.ALL;
import static de.lokalwillkommen.core.devices.ClientRights.Reach.OWN;

import java.util.Map;

/**
 * The one table of what callers may do who are not staff: at the kiosk, at the display, and from
 * outside. What does not stand here is not allowed.
 */
public final class ClientRights {

  /** What a right applies to. */
  public enum Reach {
    /** Nothing. */
    NONE,
    /** The office with which a device is paired, or what the visitor's code stands for. */
    OWN,
    /** All offices. */
    ALL
  }

  private static final Map<Client, Map<ClientRight, Reach>> TABLE =
      Map.of(
          Client.STRANGER,
          Map.of(
              ClientRight.SEE_OFFICES, ALL,
              ClientRight.BOOK_FROM_OUTSIDE, ALL,
              ClientRight.ASK_FOR_PAIRING, ALL),
          Client.VISITOR,
          Map.of(
              ClientRight.SEE_OFFICES, ALL,
              ClientRight.USE_OWN, OWN,
              ClientRight.BOOK_FROM_OUTSIDE, ALL,
              ClientRight.ASK_FOR_PAIRING, ALL),
          Client.KIOSK,
          Map.of(
              ClientRight.SEE_OFFICES, ALL,
              ClientRight.BOOK_AT_KIOSK, ALL,
              ClientRight.ISSUE_TICKETS, OWN,
              ClientRight.CHECK_IN, OWN,
              ClientRight.REPORT_HEALTH, OWN,
              ClientRight.ASK_FOR_PAIRING, ALL),
          Client.DISPLAY,
          Map.of(
              ClientRight.SEE_OFFICES, ALL,
              ClientRight.KEEP_BOARD, OWN,
              ClientRight.REPORT_HEALTH, OWN,
              ClientRight.ASK_FOR_PAIRING, ALL),
          Client.OUTPOST,
          Map.of(
              ClientRight.SEE_OFFICES, ALL,
              ClientRight.BOOK_AT_KIOSK, ALL,
              ClientRight.ISSUE_TICKETS, OWN,
              ClientRight.CHECK_IN, OWN,
              ClientRight.KEEP_BOARD, OWN,
              ClientRight.REPORT_HEALTH, OWN,
              ClientRight.ASK_FOR_PAIRING, ALL));

  private ClientRights() {}

  /** What a right of a client applies to. */
  public static Reach reach(Client client, ClientRight right) {
    return TABLE.getOrDefault(client, Map.of()).getOrDefault(right, Reach.NONE);
  }
}
