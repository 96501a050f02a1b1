package de.lokalwillkommen.web.live;

import jakarta.websocket.Session;
import java.security.Principal;
import java.util.Optional;

/**
 * The subscriber of a channel, as far as known before the socket is opened.
 *
 * @param address where the request came from, if known
 * @param badge recognises a browser that has connected before, if it has one
 * @param paired whether it is a device of the channel's office
 */
public record Subscriber(Optional<String> address, Optional<String> badge, boolean paired)
    implements Principal {

  /** A subscriber of whom nothing is known. */
  static final Subscriber UNKNOWN = new Subscriber(Optional.empty(), Optional.empty(), false);

  /** The subscriber behind a session. */
  static Subscriber of(Session session) {
    return session.getUserPrincipal() instanceof Subscriber subscriber ? subscriber : UNKNOWN;
  }

  @Override
  public String getName() {
    return address.orElse("");
  }
}
