package de.lokalwillkommen.core.kernel;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keeps secrets unreadable in the database, by AES-256-GCM. The key is derived from the secret of
 * the installation, which lies in a file beside the database; what is sealed for one owner opens
 * for no other.
 */
@Infrastructure
public final class Sealer {

  private static final String MAC = "HmacSHA256";
  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final SecretKeySpec key;
  private final String purpose;

  /**
   * @param secret at least 32 random bytes
   * @param purpose what it seals; each purpose has its own key
   */
  public Sealer(byte[] secret, String purpose) {
    if (secret.length < 32) {
      throw new IllegalArgumentException("the secret has only " + secret.length + " bytes");
    }
    try {
      Mac mac = Mac.getInstance(MAC);
      mac.init(new SecretKeySpec(secret, MAC));
      this.key = new SecretKeySpec(mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8)), "AES");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
    this.purpose = purpose;
  }

  /** Encrypts a secret of an owner. */
  public String seal(long owner, byte[] secret) {
    byte[] nonce = new byte[NONCE_BYTES];
    RANDOM.nextBytes(nonce);
    byte[] sealed = crypt(Cipher.ENCRYPT_MODE, owner, nonce, secret);
    byte[] both = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
    System.arraycopy(sealed, 0, both, NONCE_BYTES, sealed.length);
    return Base64.getEncoder().encodeToString(both);
  }

  /**
   * Decrypts a secret of an owner.
   *
   * @throws IllegalStateException if it was sealed for another owner or by another installation
   */
  public byte[] open(long owner, String sealed) {
    byte[] both = Base64.getDecoder().decode(sealed);
    byte[] nonce = Arrays.copyOf(both, NONCE_BYTES);
    byte[] text = Arrays.copyOfRange(both, NONCE_BYTES, both.length);
    return crypt(Cipher.DECRYPT_MODE, owner, nonce, text);
  }

  private byte[] crypt(int mode, long owner, byte[] nonce, byte[] text) {
    try {
      Cipher cipher = Cipher.getInstance(CIPHER);
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(ByteBuffer.allocate(Long.BYTES).putLong(owner).array());
      return cipher.doFinal(text);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(purpose + " of " + owner + " does not open", e);
    }
  }
}
