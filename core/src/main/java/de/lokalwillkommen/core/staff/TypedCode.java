package de.lokalwillkommen.core.staff;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Codes that people type: characters that are not mistaken for others, 5 bits each. */
public final class TypedCode {

  private static final String ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
  private static final int GROUP = 4;
  private static final Pattern FORM = Pattern.compile("[" + ALPHABET + "]*");
  private static final Pattern BETWEEN = Pattern.compile("[\\s-]");
  private static final SecureRandom RANDOM = new SecureRandom();

  private TypedCode() {}

  /** A new code, without separators. */
  public static String random(int length) {
    return Stream.generate(() -> ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())))
        .limit(length)
        .map(String::valueOf)
        .collect(Collectors.joining());
  }

  /** The code that follows from a secret, without separators: always the same one. */
  public static String of(SecretToken secret, int length) {
    byte[] bits = Base64.getUrlDecoder().decode(secret.value());
    return IntStream.range(0, length)
        .mapToObj(i -> String.valueOf(ALPHABET.charAt(bits[i] & (ALPHABET.length() - 1))))
        .collect(Collectors.joining());
  }

  /** The code as a person types it, with or without hyphens and blanks; empty if it is none. */
  public static Optional<String> find(String typed, int length) {
    String text = BETWEEN.matcher(typed).replaceAll("").toUpperCase(Locale.ROOT);
    return Optional.of(text).filter(t -> isCode(t, length));
  }

  public static boolean isCode(String text, int length) {
    return text.length() == length && FORM.matcher(text).matches();
  }

  /** As it is printed: {@code XXXX-XXXX}. */
  public static String inGroups(String text) {
    return IntStream.range(0, text.length() / GROUP)
        .mapToObj(i -> text.substring(i * GROUP, (i + 1) * GROUP))
        .collect(Collectors.joining("-"));
  }
}
