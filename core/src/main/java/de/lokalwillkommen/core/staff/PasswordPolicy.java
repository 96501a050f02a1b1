package de.lokalwillkommen.core.staff;

import com.nulabinc.zxcvbn.Zxcvbn;
import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The passwords that may be chosen (NIST SP 800-63B, 3.1.1.2): long enough, and not composed of
 * what attackers try first, such as the most common passwords, names, words, rows of keys, the name
 * of the account or of this product. There are no rules on the kinds of characters.
 */
public final class PasswordPolicy {

  /** The minimum length; NIST asks for 8, and for 15 where there is no second factor. */
  public static final int MIN_LENGTH = 12;

  /** The maximum length; the sign-in accepts no more. */
  public static final int MAX_LENGTH = 200;

  /**
   * A password with fewer estimated guesses is easy: an attacker finds it in hours despite the rate
   * limit.
   */
  private static final double FEWEST_GUESSES = 1e8;

  /**
   * Only the first characters are estimated, since the estimate is slow for long texts; a strong
   * beginning suffices.
   */
  private static final int ESTIMATED_LENGTH = 60;

  private static final List<String> OURS =
      List.of("lokal", "willkommen", "kiosk", "buero", "termin", "dortmund");

  private PasswordPolicy() {}

  /**
   * Why a password may not be chosen; empty if it may.
   *
   * @param login the name of its account
   */
  public static Optional<Refusal> findObjection(String login, String password) {
    if (password.length() < MIN_LENGTH) {
      return Optional.of(Refusal.of(Kind.INVALID, "password.tooShort", MIN_LENGTH));
    }
    if (password.length() > MAX_LENGTH) {
      return Optional.of(Refusal.of(Kind.INVALID, "password.tooLong", MAX_LENGTH));
    }
    return isEasy(login, password)
        ? Optional.of(Refusal.of(Kind.INVALID, "password.tooCommon"))
        : Optional.empty();
  }

  private static boolean isEasy(String login, String password) {
    String beginning = password.substring(0, Math.min(password.length(), ESTIMATED_LENGTH));
    List<String> context = Stream.concat(OURS.stream(), Stream.of(login)).toList();
    return new Zxcvbn().measure(beginning, context).getGuesses() < FEWEST_GUESSES;
  }
}
