package de.lokalwillkommen.core.staff;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The one-time code that the operator of a new installation types to create the first
 * administrator: eight characters that are not mistaken for others, about 40 bits. Only its hash is
 * stored.
 *
 * @param text the characters without a separator, in upper case
 */
public record SetupCode(String text) {

  private static final String ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
  private static final int LENGTH = 8;
  private static final int GROUP = 4;
  private static final Pattern FORM = Pattern.compile("[" + ALPHABET + "]{" + LENGTH + "}");
  private static final Pattern BETWEEN = Pattern.compile("[\\s-]");
  private static final SecureRandom RANDOM = new SecureRandom();

  public SetupCode {
    if (!FORM.matcher(text).matches()) {
      throw new IllegalArgumentException("no setup code");
    }
  }

  /** A new code. */
  public static SetupCode random() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < LENGTH; i++) {
      text.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
    }
    return new SetupCode(text.toString());
  }

  /** The code as a person types it, with or without hyphen and blanks; empty if it is none. */
  public static Optional<SetupCode> find(String typed) {
    String text = BETWEEN.matcher(typed).replaceAll("").toUpperCase(Locale.ROOT);
    return FORM.matcher(text).matches() ? Optional.of(new SetupCode(text)) : Optional.empty();
  }

  /** As it is printed: {@code XXXX-XXXX}. */
  public String inGroups() {
    return text.substring(0, GROUP) + "-" + text.substring(GROUP);
  }

  /** The stored form. */
  public String hash() {
    return new SecretToken(text).hash();
  }

  @Override
  public String toString() {
    return "SetupCode[…]";
  }
}
