package de.lokalwillkommen.web.security;

/**
 * What the {@link SecurityLog} tells, in the words of OWASP's logging vocabulary where it has one.
 */
public enum SecurityEvent {
  /** A person has signed in. */
  SIGNED_IN("authn_login_success", true),
  /** The name or the password was wrong, or the account is locked. */
  SIGN_IN_FAILED("authn_login_fail", false),
  /** Too many have failed before; the password was not looked at. */
  SIGN_IN_SLOWED("authn_login_lock", false),
  /** A person has signed out. */
  SIGNED_OUT("authn_logout", true),
  /** A newer sign-in of the same person has ended one. */
  SIGN_IN_REPLACED("session_replaced", true),
  /** A person asked for what is not theirs. */
  NOT_ALLOWED("authz_fail", false),
  /** The request came from a page of another site, or without the secret of our own pages. */
  NOT_FROM_OUR_PAGE("csrf_fail", false),
  /** No kiosk and no display has such a token, or no longer. */
  DEVICE_REFUSED("device_token_fail", false),
  /** Booking codes were tried faster than visitors do. */
  CODES_TRIED("excess_rate_limit_exceeded", false);

  private final String word;
  private final boolean succeeded;

  SecurityEvent(String word, boolean succeeded) {
    this.word = word;
    this.succeeded = succeeded;
  }

  String word() {
    return word;
  }

  boolean hasSucceeded() {
    return succeeded;
  }
}
