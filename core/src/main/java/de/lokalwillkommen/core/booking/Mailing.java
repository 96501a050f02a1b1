package de.lokalwillkommen.core.booking;

import java.util.Optional;

/**
 * Whether this server sends letters. Without a mail server an address is useless, so none is
 * stored, on any path.
 *
 * @param isThere whether there is a mail server
 */
public record Mailing(boolean isThere) {

  /** The address that the visitor leaves, if this server can send a letter to it. */
  public Optional<Contact> ofUse(Optional<Contact> left) {
    return left.filter(contact -> isThere);
  }
}
