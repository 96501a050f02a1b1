package de.lokalwillkommen.web.security.shared;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret of this installation, with which its servers sign and verify values. A signature for
 * one purpose is not valid for another.
 */
public final class InstallationKey {

  private static final String ALGORITHM = "HmacSHA256";

  private final SecretKeySpec key;

  /**
   * @param secret at least 32 random bytes
   */
  public InstallationKey(byte[] secret) {
    if (secret.length < 32) {
      throw new IllegalArgumentException("a key of " + secret.length + " bytes");
    }
    this.key = new SecretKeySpec(secret, ALGORITHM);
  }

  /**
   * The beginning of HMAC-SHA-256 over {@code purpose:text}.
   *
   * @param purpose a fixed word
   * @param bytes how many to keep of the 32
   */
  public byte[] sign(String purpose, String text, int bytes) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      byte[] signed = mac.doFinal((purpose + ':' + text).getBytes(StandardCharsets.UTF_8));
      return Arrays.copyOf(signed, bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
