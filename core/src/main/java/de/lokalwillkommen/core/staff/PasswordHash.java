package de.lokalwillkommen.core.staff;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;

/**
 * A stored password: Argon2id with 19 MiB, two passes, one lane, in PHC notation (OWASP Password
 * Storage Cheat Sheet; RFC 9106).
 *
 * @param phc the hash with its salt and parameters
 */
public record PasswordHash(String phc) {

  private static final int MEMORY_KIB = 19 * 1024;
  private static final int PASSES = 2;
  private static final int LANES = 1;
  private static final int HASH_BYTES = 32;
  private static final int SALT_BYTES = 16;

  /** Hashes a password with a new salt. Takes tens of milliseconds on purpose. */
  public static PasswordHash of(CharSequence password) {
    Argon2Function argon2id =
        Argon2Function.getInstance(MEMORY_KIB, PASSES, LANES, HASH_BYTES, Argon2.ID);
    return new PasswordHash(
        Password.hash(password).addRandomSalt(SALT_BYTES).with(argon2id).getResult());
  }

  /** Whether it is the hash of that password. */
  public boolean matches(CharSequence password) {
    return Password.check(password, phc).with(Argon2Function.getInstanceFromHash(phc));
  }
}
