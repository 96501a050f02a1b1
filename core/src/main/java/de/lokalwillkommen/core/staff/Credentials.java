package de.lokalwillkommen.core.staff;

import java.util.Locale;

/**
 * What a person shows when signing in.
 *
 * @param login the name, which is compared in small letters and without blanks around it: the
 *     database would ignore some of them, and each way to write a name would be counted for itself
 * @param password the password
 * @param fromKnownBrowser whether the same person has signed in with the same browser before; such
 *     browsers do not wait for strangers
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
