package de.lokalwillkommen.core.secondfactor;

import com.bastiaanjansen.otp.HMACAlgorithm;
import com.bastiaanjansen.otp.HOTPGenerator;
import com.bastiaanjansen.otp.SecretGenerator;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/**
 * The secret that a person's authenticator app shares with the server, and the codes that follow
 * from it (RFC 6238 with SHA-1, six digits and steps of 30 seconds, which all apps know).
 */
final class TotpSecret {

  static final int DIGITS = 6;
  static final Duration STEP = Duration.ofSeconds(30);

  private static final int BITS = 160;
  private static final Pattern CODE = Pattern.compile("[0-9]{6}");

  /** In Base32, as apps take it. */
  private final byte[] base32;

  private final HOTPGenerator codes;

  // SHA-1 is weak for signatures, not for HMAC, and several apps ignore any other algorithm
  @SuppressWarnings("deprecation")
  TotpSecret(byte[] base32) {
    this.base32 = base32.clone();
    this.codes =
        new HOTPGenerator.Builder(this.base32)
            .withPasswordLength(DIGITS)
            .withAlgorithm(HMACAlgorithm.SHA1)
            .build();
  }

  /** A new secret of 160 bits. */
  static TotpSecret random() {
    return new TotpSecret(SecretGenerator.generate(BITS));
  }

  /** The number of the step to which an instant belongs. */
  static long stepAt(Instant instant) {
    return Math.floorDiv(instant.getEpochSecond(), STEP.toSeconds());
  }

  static boolean isCode(String text) {
    return CODE.matcher(text).matches();
  }

  String codeOf(long step) {
    return codes.generate(step);
  }

  /**
   * The step whose code was typed: the nearest one after a used one, among those around the present
   * step.
   *
   * @param after the last step whose code was used
   * @param drift how many steps before and after the present one count
   */
  OptionalLong findStep(String code, Instant now, long after, int drift) {
    long present = stepAt(now);
    return LongStream.rangeClosed(0, 2L * drift)
        .map(i -> present + (i % 2 == 0 ? i / 2 : -(i + 1) / 2))
        .filter(step -> step > after && isEqual(codeOf(step), code))
        .findFirst();
  }

  private static boolean isEqual(String right, String typed) {
    return MessageDigest.isEqual(
        right.getBytes(StandardCharsets.US_ASCII), typed.getBytes(StandardCharsets.UTF_8));
  }

  byte[] bytes() {
    return base32.clone();
  }

  /** The secret as a person types it into an app, without separators. */
  String text() {
    return new String(base32, StandardCharsets.US_ASCII);
  }

  @Override
  public String toString() {
    return "TotpSecret[…]";
  }
}
