package de.lokalwillkommen.web.live;

import jakarta.websocket.Session;
import java.security.Principal;
import java.util.Optional;

/**
 * Who looks into a room, as far as that can be told before the socket is opened.
 *
 * @param address where the request came from, if that can be told
 * @param badge by which a browser is recognised that comes again, if it has one
 * @param paired whether it is a device of the room's office
 */
public record Onlooker(Optional<String> address, Optional<String> badge, boolean paired)
    implements Principal {

  /** An onlooker of whom nothing is known. */
  static final Onlooker UNKNOWN = new Onlooker(Optional.empty(), Optional.empty(), false);

  /** The onlooker behind a session. */
  static Onlooker of(Session session) {
    return session.getUserPrincipal() instanceof Onlooker onlooker ? onlooker : UNKNOWN;
  }

  @Override
  public String getName() {
    return address.orElse("");
  }
}
