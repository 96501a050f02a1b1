package de.lokalwillkommen.admin.signin;

import de.lokalwillkommen.web.page.OwnCookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The counter at which this browser's computer stands: most stand at the same one every day, so the
 * sign-in page offers the last one. Says nothing about a person.
 *
 * @param office slug, or null if unknown
 * @param counter label, or null if unknown
 */
record Workplace(String office, String counter) {

  private static final String COOKIE = "lw_workplace";
  private static final Pattern FORM = Pattern.compile("([a-z0-9-]{1,40})/([A-Za-z0-9]{1,10})");

  static Workplace lastUsedWith(HttpServletRequest request) {
    return OwnCookie.list(COOKIE, request)
        .map(FORM::matcher)
        .filter(Matcher::matches)
        .map(m -> new Workplace(m.group(1), m.group(2)))
        .findFirst()
        .orElse(new Workplace(null, null));
  }

  /** Stores a counter; a missing counter, or one with an unusual label, is not stored. */
  void remember(HttpServletRequest request, HttpServletResponse response) {
    String value = office + "/" + counter;
    if (counter == null || !FORM.matcher(value).matches()) {
      return;
    }
    OwnCookie.keep(COOKIE, value, OwnCookie.A_YEAR, request, response);
  }
}
