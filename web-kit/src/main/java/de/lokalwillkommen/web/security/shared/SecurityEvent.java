package de.lokalwillkommen.web.security.shared;

/** The events of the security log, named by OWASP's logging vocabulary where it has a word. */
public enum SecurityEvent {
  /** A person has signed in. */
  SIGNED_IN("authn_login_success", true),
  /** The name or the password was wrong, or the account is locked. */
  SIGN_IN_FAILED("authn_login_fail", false),
  /** Too many attempts have failed before; the password was not checked. */
  SIGN_IN_SLOWED("authn_login_lock", false),
  /** A person has signed out. */
  SIGNED_OUT("authn_logout", true),
  /** A newer sign-in of the same person at a counter has ended this one. */
  SIGN_IN_REPLACED("authn_logout", true),
  /** An account has got a new password, which ends its sign-ins. */
  PASSWORD_CHANGED("authn_password_change", true),
  /** A second factor was set up, removed, or got new recovery codes. */
  SECOND_FACTOR_CHANGED("authn_mfa_change", true),
  /** An account was created. */
  ACCOUNT_CREATED("user_created", true),
  /** A person has changed, restored or reset the account of another, or ended its sign-ins. */
  ACCOUNT_CHANGED("user_updated", true),
  /** A person has noted that another has left. */
  ACCOUNT_CLOSED("user_archived", true),
  /** The operator has created a token for a kiosk or display. */
  TOKEN_CREATED("authn_token_created", true),
  /** The operator has ended the pairing of a device. */
  TOKEN_REVOKED("authn_token_revoked", true),
  /** All rows have been written into an archive. */
  BACKED_UP("sensitive_read", true),
  /** The operator has filled the database from an archive. */
  RESTORED("sensitive_create", true),
  /** A person has requested something without the right to it. */
  NOT_ALLOWED("authz_fail", false),
  /** The request came from a page of another site, or without the secret of this server's pages. */
  NOT_FROM_OUR_PAGE("csrf_fail", false),
  /** A token is unknown or no longer valid for a kiosk or display. */
  DEVICE_REFUSED("device_token_fail", false),
  /** Booking codes were tried faster than visitors would. */
  CODES_TRIED("excess_rate_limit_exceeded", false),
  /** Free times, bookings or places on the waitlist were requested faster than visitors would. */
  ASKED_TOO_OFTEN("excess_rate_limit_exceeded", false),
  /** The request is one that no browser, device or program sends without intent or fault. */
  INVALID_REQUEST("input_validation_fail", false),
  /** A client held more than its share of the server. */
  TOO_MUCH_HELD("excess_rate_limit_exceeded", false);

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
