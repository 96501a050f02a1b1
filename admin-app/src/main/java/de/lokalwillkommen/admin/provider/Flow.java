package de.lokalwillkommen.admin.provider;

import de.lokalwillkommen.core.staff.SecretToken;
import java.util.Optional;

/**
 * A sign-in that has been begun and leads over the provider.
 *
 * @param seed the secret of which the three one-time values of the protocol are made
 * @param office slug of the chosen office, if one was chosen
 * @param counter the label of the chosen counter, if one was chosen
 */
public record Flow(SecretToken seed, Optional<String> office, Optional<String> counter) {

  /** A new one. */
  public static Flow begin(Optional<String> office, Optional<String> counter) {
    return new Flow(SecretToken.random(), office, counter);
  }

  /** Binds the answer to the browser that has asked. */
  String state() {
    return seed.derive("oidc:state").value();
  }

  /** Binds the provider's token to this sign-in. */
  String nonce() {
    return seed.derive("oidc:nonce").value();
  }

  /** Proves that the code is redeemed by the server that has asked for it (PKCE, RFC 7636). */
  String verifier() {
    return seed.derive("oidc:verifier").value();
  }
}
