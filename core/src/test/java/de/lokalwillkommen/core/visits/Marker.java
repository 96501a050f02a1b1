package de.lokalwillkommen.core.visits;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A word that no program writes by itself, and the forms in which it could be stored. */
public final class Marker {

  /** Short enough for the shortest column of a visitor, with a character that URLs encode. */
  public static final String WORD = "Mq7/Zx9Kv";

  private Marker() {}

  /** The word as it is, percent-encoded, and in Base64 at each offset, all in lower case. */
  static List<String> forms() {
    byte[] word = WORD.getBytes(StandardCharsets.UTF_8);
    Stream<String> coded =
        IntStream.range(0, 3)
            .mapToObj(
                offset -> {
                  byte[] shifted = new byte[offset + word.length];
                  System.arraycopy(word, 0, shifted, offset, word.length);
                  String text = Base64.getEncoder().withoutPadding().encodeToString(shifted);
                  // the first and the last characters depend on what stands around the word
                  return text.substring(offset == 0 ? 0 : offset + 1, text.length() - 1);
                });
    return Stream.of(
            Stream.of(WORD, URLEncoder.encode(WORD, StandardCharsets.UTF_8), hex(word)), coded)
        .flatMap(forms -> forms)
        .map(form -> form.toLowerCase(Locale.ROOT))
        .toList();
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  /** Whether a text contains the word in any form, in upper or lower case. */
  public static boolean isIn(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return forms().stream().anyMatch(lower::contains);
  }

  /** Whether bytes contain it, also with two bytes a character. */
  public static boolean isIn(byte[] bytes) {
    String one = new String(bytes, StandardCharsets.ISO_8859_1);
    return isIn(one) || isIn(one.replace("\0", ""));
  }
}
