package de.lokalwillkommen.web.live;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Decides in each application who may look into which room, before a socket is opened. */
public interface Door {

  /** A door that is open to all. */
  int OPEN = 0;

  /**
   * Whether a room may be entered.
   *
   * @param room the last part of the socket's address
   * @return {@link #OPEN}, or the HTTP status with which the handshake is refused
   */
  int check(String room, HttpServletRequest handshake);

  /**
   * Identifies the client that wants to subscribe to a room.
   *
   * @param address where the request came from, if known
   */
  default Onlooker onlooker(String room, HttpServletRequest handshake, Optional<String> address) {
    return new Onlooker(address, Optional.empty(), false);
  }
}
