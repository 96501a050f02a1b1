package de.lokalwillkommen.web.live;

import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.Session;
import java.io.IOException;

/** How every socket treats what its client says: what is not understood ends the visit. */
public final class Visit {

  /** The most that a client may send at once, in bytes; more ends the visit with 1009. */
  public static final int MOST_BYTES = 4 * 1024;

  private Visit() {}

  /** Reads what a client says; anything that is not understood closes the session with 1003. */
  public static void hear(Session session, String text) throws IOException {
    if (!ClientMessage.isUnderstood(text)) {
      refuse(session);
    }
  }

  /** Closes the session with 1013: later there may be a place. */
  static void turnAway(Session session) throws IOException {
    session.close(new CloseReason(CloseCodes.TRY_AGAIN_LATER, ""));
  }

  /** Closes the session with 1003. */
  public static void refuse(Session session) throws IOException {
    session.close(new CloseReason(CloseCodes.CANNOT_ACCEPT, ""));
  }
}
