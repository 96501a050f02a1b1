package de.lokalwillkommen.core.secondfactor;

import de.lokalwillkommen.core.kernel.Infrastructure;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keeps second factors unreadable in the database: secrets are encrypted with AES-256-GCM, recovery
 * codes are stored as HMAC-SHA-256. Both keys are derived from the secret of the installation,
 * which lies in a file beside the database; what is sealed for one person opens for no other.
 */
@Infrastructure
public final class Sealing {

  private static final String MAC = "HmacSHA256";
  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final SecretKeySpec sealing;
  private final SecretKeySpec hashing;

  /**
   * @param secret at least 32 random bytes
   */
  public Sealing(byte[] secret) {
    if (secret.length < 32) {
      throw new IllegalArgumentException("the secret has only " + secret.length + " bytes");
    }
    SecretKeySpec root = new SecretKeySpec(secret, MAC);
    this.sealing = new SecretKeySpec(mac(root, "second-factor:sealing"), "AES");
    this.hashing = new SecretKeySpec(mac(root, "second-factor:recovery"), MAC);
  }

  /** Encrypts a secret of a person. */
  String seal(long person, byte[] secret) {
    byte[] nonce = new byte[NONCE_BYTES];
    RANDOM.nextBytes(nonce);
    byte[] sealed = crypt(Cipher.ENCRYPT_MODE, person, nonce, secret);
    byte[] both = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
    System.arraycopy(sealed, 0, both, NONCE_BYTES, sealed.length);
    return Base64.getEncoder().encodeToString(both);
  }

  /**
   * Decrypts a secret of a person.
   *
   * @throws IllegalStateException if it was sealed for another person or by another installation
   */
  byte[] open(long person, String sealed) {
    byte[] both = Base64.getDecoder().decode(sealed);
    byte[] nonce = Arrays.copyOf(both, NONCE_BYTES);
    byte[] text = Arrays.copyOfRange(both, NONCE_BYTES, both.length);
    return crypt(Cipher.DECRYPT_MODE, person, nonce, text);
  }

  /** The stored form of a recovery code of a person. */
  String hash(long person, RecoveryCode code) {
    return HexFormat.of().formatHex(mac(hashing, person + ":" + code.text()));
  }

  private byte[] crypt(int mode, long person, byte[] nonce, byte[] text) {
    try {
      Cipher cipher = Cipher.getInstance(CIPHER);
      cipher.init(mode, sealing, new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(ByteBuffer.allocate(Long.BYTES).putLong(person).array());
      return cipher.doFinal(text);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the second factor of P" + person + " does not open", e);
    }
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
