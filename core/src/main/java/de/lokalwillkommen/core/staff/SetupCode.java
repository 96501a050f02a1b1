package de.lokalwillkommen.core.staff;

import java.util.Optional;

/**
 * The one-time code that the operator of a new installation types to create the first
 * administrator: eight characters that are not mistaken for others, about 40 bits. Only its hash is
 * stored.
 *
 * @param text the characters without a separator, in upper case
 */
public record SetupCode(String text) {

  private static final int LENGTH = 8;

  public SetupCode {
    if (!TypedCode.isCode(text, LENGTH)) {
      throw new IllegalArgumentException("no setup code");
    }
  }

  /** A new code. */
  public static SetupCode random() {
    return new SetupCode(TypedCode.random(LENGTH));
  }

  /** The code as a person types it, with or without hyphen and blanks; empty if it is none. */
  public static Optional<SetupCode> find(String typed) {
    return TypedCode.find(typed, LENGTH).map(SetupCode::new);
  }

  /** As it is printed: {@code XXXX-XXXX}. */
  public String inGroups() {
    return TypedCode.inGroups(text);
  }

  /** The stored form. */
  public String hash() {
    return new SecretToken(text).hash();
  }

  @Override
  public String toString() {
    return "SetupCode[…]";
  }
}
