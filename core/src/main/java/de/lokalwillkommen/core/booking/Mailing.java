package de.lokalwillkommen.core.booking;

import java.util.Optional;

/**
 * Whether letters are sent from here at all. Where none are, an address would be of no use, so none
 * is kept, whoever leaves one and by which way.
 *
 * @param isThere whether there is a mail server
 */
public record Mailing(boolean isThere) {

  /** The address somebody leaves, if a letter can ever be sent to it. */
  public Optional<Contact> ofUse(Optional<Contact> left) {
    return left.filter(contact -> isThere);
  }
}
