package de.lokalwillkommen.core.devices;

import de.lokalwillkommen.core.staff.SecretToken;
import de.lokalwillkommen.core.staff.TypedCode;
import java.util.Optional;

/**
 * The code that a device shows and staff type: eight characters that are not mistaken for others,
 * 40 bits. It gives nothing to those who know it. Only its hash is stored.
 *
 * @param text the characters without a separator, in upper case
 */
public record PairingCode(String text) {

  private static final int LENGTH = 8;

  public PairingCode {
    if (!TypedCode.isCode(text, LENGTH)) {
      throw new IllegalArgumentException("no pairing code");
    }
  }

  /** The code that follows from a secret. */
  static PairingCode of(SecretToken secret) {
    return new PairingCode(TypedCode.of(secret, LENGTH));
  }

  /** The code as a person types it, with or without hyphen and blanks; empty if it is none. */
  public static Optional<PairingCode> find(String typed) {
    return TypedCode.find(typed, LENGTH).map(PairingCode::new);
  }

  /** As it is shown: {@code XXXX-XXXX}. */
  public String inGroups() {
    return TypedCode.inGroups(text);
  }

  /** The stored form. */
  String hash() {
    return new SecretToken(text).hash();
  }

  @Override
  public String toString() {
    return "PairingCode[…]";
  }
}
