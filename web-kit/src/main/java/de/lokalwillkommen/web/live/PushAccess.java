package de.lokalwillkommen.web.live;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Each application's decision who may subscribe to which channel, before a socket is opened. */
public interface PushAccess {

  /** Any client may subscribe to the channel. */
  int OPEN = 0;

  /**
   * Whether the caller may subscribe to a channel.
   *
   * @param channel the last part of the socket's address
   * @return {@link #OPEN}, or the HTTP status with which the handshake is refused
   */
  int check(String channel, HttpServletRequest handshake);

  /**
   * Identifies the client that wants to subscribe to a channel.
   *
   * @param address where the request came from, if known
   */
  default Subscriber subscriber(
      String channel, HttpServletRequest handshake, Optional<String> address) {
    return new Subscriber(address, Optional.empty(), false);
  }
}
