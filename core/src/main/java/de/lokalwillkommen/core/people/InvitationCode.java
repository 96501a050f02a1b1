package de.lokalwillkommen.core.people;

import de.lokalwillkommen.core.staff.SecretToken;
import de.lokalwillkommen.core.staff.TypedCode;
import java.util.Optional;

/**
 * The one-time secret with which an invited person chooses a password, as the end of a link or
 * typed: 28 characters that are not mistaken for others, 140 bits (ASVS 11.5.1 asks for 128). Only
 * its hash is stored.
 *
 * @param text the characters without separators, in upper case
 */
public record InvitationCode(String text) {

  private static final int LENGTH = 28;

  public InvitationCode {
    if (!TypedCode.isCode(text, LENGTH)) {
      throw new IllegalArgumentException("no invitation code");
    }
  }

  /** A new code. */
  public static InvitationCode random() {
    return new InvitationCode(TypedCode.random(LENGTH));
  }

  /** The code as a person types it, with or without hyphens and blanks; empty if it is none. */
  public static Optional<InvitationCode> find(String typed) {
    return TypedCode.find(typed, LENGTH).map(InvitationCode::new);
  }

  /** As it is printed, in groups of four. */
  public String inGroups() {
    return TypedCode.inGroups(text);
  }

  /** The stored form. */
  String hash() {
    return new SecretToken(text).hash();
  }

  @Override
  public String toString() {
    return "InvitationCode[…]";
  }
}
