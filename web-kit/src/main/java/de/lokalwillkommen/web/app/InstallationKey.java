package de.lokalwillkommen.web.app;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret of this installation, for what its servers sign and recognise again. What is signed
 * for one purpose is worth nothing for another.
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
   * @param purpose a word of ours
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
