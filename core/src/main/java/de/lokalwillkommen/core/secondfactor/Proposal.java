package de.lokalwillkommen.core.secondfactor;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * A secret that a person may take into an authenticator app. It is shown to that person only.
 *
 * @param login the name under which the app lists it
 * @param secret in Base32, without separators
 */
public record Proposal(String login, String secret) {

  private static final String ISSUER = "lokal willkommen";
  private static final int GROUP = 4;

  static Proposal of(String login, TotpSecret secret) {
    return new Proposal(login, secret.text());
  }

  /** The address that apps read from a QR code. */
  public String address() {
    return "otpauth://totp/"
        + encoded(ISSUER)
        + ":"
        + encoded(login)
        + "?secret="
        + secret
        + "&issuer="
        + encoded(ISSUER)
        + "&algorithm=SHA1&digits="
        + TotpSecret.DIGITS
        + "&period="
        + TotpSecret.STEP.toSeconds();
  }

  /** The secret as a person types it, in groups of four. */
  public String inGroups() {
    return secret.replaceAll("(.{" + GROUP + "})(?!$)", "$1 ");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  @Override
  public String toString() {
    return "Proposal[…]";
  }
}
