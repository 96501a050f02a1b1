package de.lokalwillkommen.core.secondfactor;

import de.lokalwillkommen.core.kernel.Infrastructure;
import de.lokalwillkommen.core.kernel.Sealer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keeps second factors unreadable in the database: secrets are encrypted with AES-256-GCM, recovery
 * codes are stored as HMAC-SHA-256. Both keys are derived from the secret of the installation,
 * which lies in a file beside the database; what is sealed for one person opens for no other.
 */
@Infrastructure
public final class Sealing {

  private static final String MAC = "HmacSHA256";

  private final Sealer sealer;
  private final SecretKeySpec hashing;

  /**
   * @param secret at least 32 random bytes
   */
  public Sealing(byte[] secret) {
    this.sealer = new Sealer(secret, "second-factor:sealing");
    SecretKeySpec root = new SecretKeySpec(secret, MAC);
    this.hashing = new SecretKeySpec(mac(root, "second-factor:recovery"), MAC);
  }

  /** Encrypts a secret of a person. */
  String seal(long person, byte[] secret) {
    return sealer.seal(person, secret);
  }

  /**
   * Decrypts a secret of a person.
   *
   * @throws IllegalStateException if it was sealed for another person or by another installation
   */
  byte[] open(long person, String sealed) {
    return sealer.open(person, sealed);
  }

  /** The stored form of a recovery code of a person. */
  String hash(long person, RecoveryCode code) {
    return HexFormat.of().formatHex(mac(hashing, person + ":" + code.text()));
  }

  private static byte[] mac(SecretKeySpec key, String text) {
    try {
      Mac mac = Mac.getInstance(MAC);
      mac.init(key);
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
