package de.lokalwillkommen.core.staff;

import com.nulabinc.zxcvbn.Zxcvbn;
import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which passwords may be chosen (NIST SP 800-63B, 3.1.1.2): long enough, and not made of what is
 * tried first, such as the most common passwords, names, words, rows of keys, the name of the
 * account or of this product. What characters they contain does not matter.
 */
public final class PasswordPolicy {

  /** The least length; NIST asks for 8, and for 15 where there is no second factor. */
  public static final int MIN_LENGTH = 12;

  /** The greatest length; the sign-in takes no more. */
  public static final int MAX_LENGTH = 200;

  /**
   * An estimate below so many guesses counts as easy: hours at the pace of the sign-in's limits.
   */
  private static final double FEWEST_GUESSES = 1e8;

  /** The estimate takes long for long texts, and a long beginning that is hard is hard enough. */
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
