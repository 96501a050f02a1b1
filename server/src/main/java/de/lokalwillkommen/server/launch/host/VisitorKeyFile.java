package de.lokalwillkommen.server.launch.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * The key that signs visitors' addresses. Created once; the servers of a cluster share it.
 *
 * @param fingerprint tells keys apart without giving one away
 */
public record VisitorKeyFile(Path file, String fingerprint) {
  private static final int BYTES = 32;

  /** The path of the file, which may not exist yet. */
  public static Path pathIn(DataDirectory data) {
    return data.keys().resolve("visitor.key");
  }

  public static VisitorKeyFile in(DataDirectory data) {
    Path file = pathIn(data);
    try {
      if (!Files.exists(file)) {
        create(file);
      }
      byte[] key = Files.readAllBytes(file);
      if (key.length != BYTES) {
        throw new LaunchRefusal(
            "the visitor key " + file + " is damaged: restore it from a backup");
      }
      return new VisitorKeyFile(file, fingerprint(key));
    } catch (IOException e) {
      throw new LaunchRefusal(
          "the visitor key " + file + " cannot be used: " + FailureReason.of(e), e);
    }
  }

  private static void create(Path file) throws IOException {
    byte[] key = new byte[BYTES];
    new SecureRandom().nextBytes(key);
    // atomic: a crash must not leave half a key
    Path half =
        Files.createTempFile(
            file.getParent(),
            "visitor",
            ".new",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.write(half, key);
    Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private static String fingerprint(byte[] key) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(key));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
