package de.lokalwillkommen.server.archive;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of what an archive holds. */
final class Sum {
  private Sum() {}

  static MessageDigest begin() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("each JVM has SHA-256", e);
    }
  }

  static String of(byte[] content) {
    return end(begin(), content);
  }

  static String end(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest());
  }

  private static String end(MessageDigest digest, byte[] content) {
    return HexFormat.of().formatHex(digest.digest(content));
  }
}
