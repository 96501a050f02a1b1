package de.lokalwillkommen.web.live;

import jakarta.websocket.Session;
import java.security.Principal;
import java.util.Optional;

/**
 * The subscriber of a room, as far as known before the socket is opened.
 *
 * @param address where the request came from, if known
 * @param badge recognises a browser that has connected before, if it has one
 * @param paired whether it is a device of the room's office
 */
public record Onlooker(Optional<String> address, Optional<String> badge, boolean paired)
    implements Principal {

  /** A subscriber of whom nothing is known. */
  static final Onlooker UNKNOWN = new Onlooker(Optional.empty(), Optional.empty(), false);

  /** The subscriber behind a session. */
  static Onlooker of(Session session) {
    return session.getUserPrincipal() instanceof Onlooker onlooker ? onlooker : UNKNOWN;
  }

  @Override
  public String getName() {
    return address.orElse("");
  }
}
