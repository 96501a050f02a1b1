package de.lokalwillkommen.server.front;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The credentials of a request. Only the applications can check them. */
final class RequestCredentials {

  /** The names of the cookie of a sign-in, over plain HTTP and over TLS. */
  static final Set<String> SIGN_IN_COOKIES = Set.of("lw_session", "__Host-lw_session");

  private static final String HEADER = "Authorization";

  private static final List<String> NAMES =
      List.of(
          HEADER,
          "lw_session",
          "__Host-lw_session",
          "lw-device",
          "__Host-lw-device",
          "lw-display-device",
          "__Host-lw-display-device");

  private RequestCredentials() {}

  /** Whether one of these cookies was sent. */
  static boolean hasCookie(Head head, Set<String> names) {
    return cookies(head).anyMatch(cookie -> names.contains(nameOf(cookie)));
  }

  /**
   * A hash of one credential; empty if it is not there, or several times, so that it is unknown
   * which of them an application has read.
   *
   * @param name {@code Authorization}, or the name of a cookie
   */
  static Optional<String> find(Head head, String name) {
    List<String> sent = name.equals(HEADER) ? head.all(HEADER) : listCookies(head, name);
    return sent.size() == 1 ? Optional.of(hash(sent.get(0))) : Optional.empty();
  }

  /** The hashes of all credentials of a request, a few at most. */
  static List<String> list(Head head) {
    return NAMES.stream().flatMap(name -> find(head, name).stream()).toList();
  }

  private static List<String> listCookies(Head head, String name) {
    return cookies(head).filter(cookie -> nameOf(cookie).equals(name)).toList();
  }

  private static Stream<String> cookies(Head head) {
    return head.all("Cookie").stream()
        .flatMap(header -> Stream.of(header.split(";")))
        .map(String::strip);
  }

  private static String nameOf(String cookie) {
    int end = cookie.indexOf('=');
    return end < 0 ? cookie : cookie.substring(0, end);
  }

  private static String hash(String secret) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
