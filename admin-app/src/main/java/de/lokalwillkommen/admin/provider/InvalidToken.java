package de.lokalwillkommen.admin.provider;

/** A token that is not the provider's, not for this server, not for this sign-in, or too old. */
final class InvalidToken extends Exception {

  private static final long serialVersionUID = 1;

  InvalidToken(String reason, Throwable cause) {
    super(reason, cause);
  }
}
