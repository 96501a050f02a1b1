package de.lokalwillkommen.core.staff;

import java.util.Locale;

/**
 * What a person enters to sign in.
 *
 * @param login the name, compared in lower case and without surrounding blanks: the database would
 *     ignore some of them, and each spelling would have its own count of failures
 * @param password the password
 * @param fromKnownBrowser whether the same person has signed in with the same browser before; such
 *     browsers do not wait behind unknown ones
 */
public record Credentials(String login, String password, boolean fromKnownBrowser) {

  public Credentials {
    login = login.strip().toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return "Credentials[…]";
  }
}
