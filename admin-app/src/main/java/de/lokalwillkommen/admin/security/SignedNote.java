package de.lokalwillkommen.admin.security;

import de.lokalwillkommen.web.security.shared.InstallationKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Fields that a browser keeps for this server for some minutes: signed, so that the server need
 * remember nothing. The browser can read them.
 */
public final class SignedNote {

  private static final int SIGNATURE_BYTES = 32;
  private static final int LONGEST = 1000;

  private final InstallationKey key;
  private final Clock clock;
  private final String purpose;
  private final int fields;

  /**
   * @param purpose what the note is for; a note for another purpose is not accepted
   * @param fields how many fields it has
   */
  public SignedNote(InstallationKey key, Clock clock, String purpose, int fields) {
    this.key = key;
    this.clock = clock;
    this.purpose = purpose;
    this.fields = fields;
  }

  /** A note, in characters that a cookie takes. */
  public String write(List<String> values, Duration valid) {
    String end = String.valueOf(clock.instant().plus(valid).getEpochSecond());
    String text =
        Stream.concat(values.stream(), Stream.of(end))
            .map(field -> base64(field.getBytes(StandardCharsets.UTF_8)))
            .collect(Collectors.joining("."));
    return text + "." + signature(text);
  }

  /** The fields of a note, if this server has signed it and it is still valid. */
  public Optional<List<String>> read(String note) {
    int end = note.lastIndexOf('.');
    if (note.length() > LONGEST
        || end < 0
        || !isEqual(signature(note.substring(0, end)), note.substring(end + 1))) {
      return Optional.empty();
    }
    // what is signed is well-formed
    List<String> read =
        Stream.of(note.substring(0, end).split("\\.", fields + 1))
            .map(field -> new String(Base64.getUrlDecoder().decode(field), StandardCharsets.UTF_8))
            .toList();
    boolean isOver = clock.instant().getEpochSecond() >= Long.parseLong(read.get(fields));
    return isOver ? Optional.empty() : Optional.of(read.subList(0, fields));
  }

  private String signature(String text) {
    return base64(key.sign(purpose, text, SIGNATURE_BYTES));
  }

  private static boolean isEqual(String right, String shown) {
    return MessageDigest.isEqual(
        right.getBytes(StandardCharsets.US_ASCII), shown.getBytes(StandardCharsets.UTF_8));
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
