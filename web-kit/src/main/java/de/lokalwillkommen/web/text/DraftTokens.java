package de.lokalwillkommen.web.text;

import de.lokalwillkommen.web.security.shared.InstallationKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * Drafts as words in an address. A draft is signed with the secret of the installation and expires
 * soon, so that no stranger can put words onto a page; any server of the installation can read it,
 * and none stores it.
 */
@ApplicationScoped
public class DraftTokens {

  private static final String PURPOSE = "text-draft";
  private static final String BETWEEN = "\n";
  private static final int PARTS = 4;
  private static final int SIGNATURE_BYTES = 16;

  /** Enough to look at a page; the editor makes a new one each time. */
  private static final Duration VALID = Duration.ofMinutes(10);

  private InstallationKey secret;
  private Clock clock;

  protected DraftTokens() {}

  @Inject
  DraftTokens(InstallationKey secret, Clock clock) {
    this.secret = secret;
    this.clock = clock;
  }

  /** The word for a draft, valid for ten minutes. */
  public String write(TextDraft draft) {
    long until = clock.instant().plus(VALID).getEpochSecond();
    String content =
        String.join(BETWEEN, Long.toString(until), draft.language(), draft.key(), draft.pattern());
    return encoded(content.getBytes(StandardCharsets.UTF_8)) + '.' + encoded(signature(content));
  }

  /** The draft in a word; empty if it is not signed by this installation, or has expired. */
  Optional<TextDraft> read(String word) {
    try {
      int dot = word.indexOf('.');
      String content = new String(decoded(word.substring(0, dot)), StandardCharsets.UTF_8);
      boolean isSigned =
          MessageDigest.isEqual(decoded(word.substring(dot + 1)), signature(content));
      String[] parts = content.split(BETWEEN, PARTS);
      return isSigned && isPresent(Instant.ofEpochSecond(Long.parseLong(parts[0])))
          ? Optional.of(new TextDraft(parts[1], parts[2], parts[3]))
          : Optional.empty();
    } catch (IllegalArgumentException | IndexOutOfBoundsException malformed) {
      return Optional.empty();
    }
  }

  /** Neither over, nor of a time that the clock has not reached. */
  private boolean isPresent(Instant until) {
    Instant now = clock.instant();
    return now.isBefore(until) && !now.isBefore(until.minus(VALID));
  }

  private byte[] signature(String content) {
    return secret.sign(PURPOSE, content, SIGNATURE_BYTES);
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static byte[] decoded(String text) {
    return Base64.getUrlDecoder().decode(text);
  }
}
