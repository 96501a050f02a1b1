package de.lokalwillkommen.core.federation;

import de.lokalwillkommen.core.staff.SecretToken;
import java.util.Optional;
import java.util.Set;

/**
 * An account of the identity provider, after all that it says has been checked.
 *
 * @param issuer the provider
 * @param subject the account there; never given to another person, unlike names and addresses
 * @param name how the provider calls the person; the empty string if it does not say
 * @param values the values of the claim from which roles follow
 * @param session the provider's session, if it names one
 * @param idToken the token with which the provider ends that session
 */
public record ProviderAccount(
    String issuer,
    String subject,
    String name,
    Set<String> values,
    Optional<String> session,
    String idToken) {

  private static final int LONGEST_NAME = 60;
  private static final int LOGIN_DIGITS = 16;

  public ProviderAccount {
    name = fitting(name);
    values = Set.copyOf(values);
  }

  private static String fitting(String name) {
    StringBuilder text = new StringBuilder();
    name.strip()
        .codePoints()
        .filter(c -> !Character.isISOControl(c))
        .takeWhile(c -> text.length() + Character.charCount(c) <= LONGEST_NAME)
        .forEach(text::appendCodePoint);
    return text.toString().strip();
  }

  /** The stored form of an account: what the provider calls it cannot be read from it. */
  static String hash(String issuer, String subject) {
    return new SecretToken("account\n" + issuer + "\n" + subject).hash();
  }

  /** The stored form of a session. */
  static String sessionHash(String issuer, String session) {
    return new SecretToken("session\n" + issuer + "\n" + session).hash();
  }

  String hash() {
    return hash(issuer, subject);
  }

  Optional<String> sessionHash() {
    return session.map(id -> sessionHash(issuer, id));
  }

  /**
   * The name of the person's account here. It follows from the account, not from a name that the
   * person may have chosen at the provider: none can pretend to be another.
   */
  String login() {
    return "sso-" + hash().substring(0, LOGIN_DIGITS);
  }

  @Override
  public String toString() {
    return "ProviderAccount[…]";
  }
}
