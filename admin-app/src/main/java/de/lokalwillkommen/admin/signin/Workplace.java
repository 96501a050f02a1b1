package de.lokalwillkommen.admin.signin;

import de.lokalwillkommen.web.page.OwnCookie;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

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
  private static final Duration KEPT = Duration.ofDays(365);

  static Workplace lastUsedWith(HttpServletRequest request) {
    return Stream.ofNullable(request.getCookies())
        .flatMap(Stream::of)
        .filter(c -> c.getName().equals(OwnCookie.nameOf(COOKIE, request)))
        .map(c -> FORM.matcher(c.getValue()))
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
    Cookie cookie = OwnCookie.named(COOKIE, value, request);
    cookie.setMaxAge(Math.toIntExact(KEPT.toSeconds()));
    response.addCookie(cookie);
  }
}
