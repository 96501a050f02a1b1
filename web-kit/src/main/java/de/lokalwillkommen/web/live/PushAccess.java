package de.lokalwillkommen.web.live;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;

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
   * The badges, of those given, whose subscribers may not stay: asked every few seconds. By default
   * all may.
   */
  default Set<String> listExpired(Set<String> badges) {
    return Set.of();
  }

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
