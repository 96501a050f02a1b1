package de.lokalwillkommen.core.staff;

import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import java.util.Optional;
import java.util.regex.Pattern;

/** The names under which people may sign in. */
public final class LoginName {

  private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9._-]{1,59}");

  private LoginName() {}

  /**
   * Why a name may not be chosen; empty if it may. A name has 2 to 60 characters: small letters,
   * digits, dot, hyphen, underscore.
   */
  public static Optional<Refusal> findObjection(String login) {
    return FORM.matcher(login).matches()
        ? Optional.empty()
        : Optional.of(Refusal.of(Kind.INVALID, "login.unfit").with("field", "login"));
  }
}
