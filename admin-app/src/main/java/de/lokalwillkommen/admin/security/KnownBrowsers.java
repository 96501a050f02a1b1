package de.lokalwillkommen.admin.security;

import de.lokalwillkommen.web.page.OwnCookie;
import de.lokalwillkommen.web.security.shared.InstallationKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Recognises browsers with which a person has signed in before, by a signed mark for each person
 * (OWASP, "device cookies"). A mark gives no right and reveals no name; it only exempts its person
 * from the delays that strangers cause. Several people may share a browser.
 */
@ApplicationScoped
public class KnownBrowsers {

  static final String COOKIE = "lw_known";

  private static final String PURPOSE = "known-browser";
  private static final String BETWEEN = ".";
  private static final int MOST_PEOPLE = 20;
  private static final int NONCE_LENGTH = 16;
  private static final int NONCE_BYTES = 12;
  private static final int SIGNATURE_BYTES = 18;
  private static final int MARK_LENGTH = NONCE_LENGTH + SIGNATURE_BYTES * 4 / 3;
  private static final SecureRandom RANDOM = new SecureRandom();

  private InstallationKey key;

  protected KnownBrowsers() {}

  @Inject
  public KnownBrowsers(InstallationKey key) {
    this.key = key;
  }

  /** The mark that this browser has for that person, if it has a valid one. */
  Optional<String> findMark(String login, HttpServletRequest request) {
    return marksIn(request).stream().filter(mark -> isFor(login, mark)).findFirst();
  }

  /** Gives the browser a new mark for that person, and keeps the marks of others. */
  void remember(String login, HttpServletRequest request, HttpServletResponse response) {
    List<String> others =
        marksIn(request).stream()
            .filter(mark -> !isFor(login, mark))
            .limit(MOST_PEOPLE - 1)
            .toList();
    String marks =
        String.join(BETWEEN, Stream.concat(Stream.of(newMark(login)), others.stream()).toList());
    OwnCookie.keep(COOKIE, marks, OwnCookie.A_YEAR, request, response);
  }

  private String newMark(String login) {
    byte[] nonce = new byte[NONCE_BYTES];
    RANDOM.nextBytes(nonce);
    String text = base64(nonce);
    return text + signature(login, text);
  }

  private boolean isFor(String login, String mark) {
    String right = signature(login, mark.substring(0, NONCE_LENGTH));
    return MessageDigest.isEqual(
        right.getBytes(StandardCharsets.US_ASCII),
        mark.substring(NONCE_LENGTH).getBytes(StandardCharsets.US_ASCII));
  }

  private String signature(String login, String nonce) {
    return base64(key.sign(PURPOSE, nonce + login, SIGNATURE_BYTES));
  }

  private static List<String> marksIn(HttpServletRequest request) {
    return OwnCookie.list(COOKIE, request)
        .flatMap(marks -> Stream.of(marks.split("\\.")))
        .filter(mark -> mark.length() == MARK_LENGTH)
        .limit(MOST_PEOPLE)
        .toList();
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
