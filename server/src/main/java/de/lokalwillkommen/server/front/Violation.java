package de.lokalwillkommen.server.front;

import de.lokalwillkommen.web.security.shared.SecurityEvent;

/** The reason for refusing a request or connection, as in the security log. */
enum Violation {
  /** It comes from a page of another site. */
  FOREIGN_PAGE(SecurityEvent.NOT_FROM_OUR_PAGE, "front.origin"),
  /** It needs a sign-in and has none. */
  NO_SIGN_IN(SecurityEvent.NOT_ALLOWED, "front.noSignIn"),
  /** It needs the token of a device and has none. */
  NO_DEVICE(SecurityEvent.DEVICE_REFUSED, "front.noToken"),
  /** It is not HTTP, or two servers could read it differently. */
  FRAMING(SecurityEvent.INVALID_REQUEST, "front.framing"),
  /** Its host is missing or malformed, or there are several. */
  HOST(SecurityEvent.INVALID_REQUEST, "front.host"),
  /** Its address can be read in two ways, or is too long. */
  ADDRESS(SecurityEvent.INVALID_REQUEST, "front.address"),
  /** Its address does not serve the method. */
  METHOD(SecurityEvent.INVALID_REQUEST, "front.method"),
  /** Its body is of a type that is not served, such as an upload. */
  MEDIA_TYPE(SecurityEvent.INVALID_REQUEST, "front.mediaType"),
  /** Its body, or a message on a socket, is too long. */
  LENGTH(SecurityEvent.INVALID_REQUEST, "front.length"),
  /** A socket's client sends more than this product's pages do. */
  FRAMES(SecurityEvent.TOO_MUCH_HELD, "front.frames"),
  /** There are too many connections, in total or from its address. */
  CONNECTIONS(SecurityEvent.TOO_MUCH_HELD, "front.connections");

  private final SecurityEvent event;
  private final String reason;

  Violation(SecurityEvent event, String reason) {
    this.event = event;
    this.reason = reason;
  }

  SecurityEvent event() {
    return event;
  }

  /** A fixed word for the log. */
  String reason() {
    return reason;
  }
}
