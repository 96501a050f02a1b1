package de.lokalwillkommen.core.devices;

import de.lokalwillkommen.core.staff.SecretToken;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The secret of a device that asks to be paired, 256 bits. The code that it shows and the token
 * that it gets follow from it, so that the server stores hashes alone and can repeat an answer that
 * was lost.
 *
 * @param value the secret, in URL-safe Base64
 */
public record PairingSecret(String value) {

  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

  public PairingSecret {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("no pairing secret");
    }
  }

  /** A new secret. */
  public static PairingSecret random() {
    return new PairingSecret(SecretToken.random().value());
  }

  /** The secret as a device sends it; empty if it is none. */
  public static Optional<PairingSecret> find(String sent) {
    return Optional.of(sent).filter(s -> FORM.matcher(s).matches()).map(PairingSecret::new);
  }

  /** The code to show. */
  public PairingCode code() {
    return PairingCode.of(new SecretToken(value).derive("code"));
  }

  /** The token that the device gets when it is approved. */
  SecretToken token() {
    return new SecretToken(value).derive("token");
  }

  /** The stored form. */
  String hash() {
    return new SecretToken(value).hash();
  }

  @Override
  public String toString() {
    return "PairingSecret[…]";
  }
}
