package de.lokalwillkommen.web.live;

import jakarta.servlet.http.HttpServletRequest;

/** Decides in each application who may look into which room, before a socket is opened. */
public interface Door {

  /** Everybody may come in. */
  int OPEN = 0;

  /**
   * Whether a room may be entered.
   *
   * @param room the last part of the socket's address
   * @return {@link #OPEN}, or the HTTP status with which the handshake is refused
   */
  int check(String room, HttpServletRequest handshake);
}
