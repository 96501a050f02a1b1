package de.lokalwillkommen.web.live;

import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.Session;
import java.io.IOException;

/** What clients may send through a socket: anything else closes it. */
public final class SocketMessages {

  /** The most that a client may send at once, in bytes; more closes the session with 1009. */
  public static final int MOST_BYTES = 4 * 1024;

  private SocketMessages() {}

  /** Reads a client's message; an unknown one closes the session with 1003. */
  public static void read(Session session, String text) throws IOException {
    if (!ClientMessage.isUnderstood(text)) {
      reject(session);
    }
  }

  /** Closes the session with 1013: the client may try again later. */
  static void rejectAsFull(Session session) throws IOException {
    session.close(new CloseReason(CloseCodes.TRY_AGAIN_LATER, ""));
  }

  /** Closes the session with 1003. */
  public static void reject(Session session) throws IOException {
    session.close(new CloseReason(CloseCodes.CANNOT_ACCEPT, ""));
  }
}
