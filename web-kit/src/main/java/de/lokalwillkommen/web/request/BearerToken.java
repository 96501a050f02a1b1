package de.lokalwillkommen.web.request;

import de.lokalwillkommen.core.staff.SecretToken;
import java.util.Optional;

/** The token that a client sends in the header {@code Authorization} (RFC 6750). */
public final class BearerToken {

  private static final String SCHEME = "Bearer ";

  private BearerToken() {}

  /**
   * The token of a header; the name of the scheme may be written in any case (RFC 9110, 11.1).
   *
   * @param authorization the value of the header, or null
   * @return empty if there is no header or it has another scheme
   */
  public static Optional<SecretToken> find(String authorization) {
    return Optional.ofNullable(authorization)
        .filter(header -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
        .map(header -> new SecretToken(header.substring(SCHEME.length()).strip()));
  }

  /** The value of the header with a token. */
  public static String header(String token) {
    return SCHEME + token;
  }
}
