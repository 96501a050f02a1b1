package de.lokalwillkommen.kiosk;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address of a page as people and QR codes know it.
 *
 * @param view which page
 * @param office the slug of the office, or the empty string
 * @param token the token of a ticket, or the empty string
 */
public record Address(View view, String office, String token) {

  /** The pages. */
  public enum View {
    /** All offices, for whoever sets up a kiosk. */
    OFFICES,
    /** The start of an office's kiosk. */
    HOME,
    /** A ticket that has just been taken. */
    TICKET,
    /** A visitor's phone. */
    PHONE;

    /** Where the page lies inside the application. */
    String path() {
      return "/pages/" + name().toLowerCase(Locale.ROOT) + ".xhtml";
    }
  }

  private static final String SLUG = "([a-z0-9]+(?:-[a-z0-9]+)*)";
  private static final String TOKEN = "([A-Za-z0-9_-]{1,64})";
  private static final Map<Pattern, BiFunction<String, String, Address>> PATTERNS =
      Map.of(
          Pattern.compile("/"), (a, b) -> new Address(View.OFFICES, "", ""),
          Pattern.compile("/" + SLUG + "/?"), (a, b) -> home(a),
          Pattern.compile("/" + SLUG + "/ticket/" + TOKEN), Address::ticket,
          Pattern.compile("/t/" + TOKEN), (a, b) -> phone(a));

  /** The start of an office's kiosk. */
  public static Address home(String office) {
    return new Address(View.HOME, office, "");
  }

  /** A ticket on the kiosk where it was taken. */
  public static Address ticket(String office, String token) {
    return new Address(View.TICKET, office, token);
  }

  /** The phone page of a ticket. */
  public static Address phone(String token) {
    return new Address(View.PHONE, "", token);
  }

  /** The page of a path inside the application, if it is one. */
  public static Optional<Address> of(String path) {
    return PATTERNS.entrySet().stream()
        .map(known -> read(known.getKey().matcher(path), known.getValue()))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<Address> read(Matcher matcher, BiFunction<String, String, Address> kind) {
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String first = matcher.groupCount() > 0 ? matcher.group(1) : "";
    String second = matcher.groupCount() > 1 ? matcher.group(2) : "";
    return Optional.of(kind.apply(first, second));
  }

  /** The path inside the application. */
  public String path() {
    return switch (view) {
      case OFFICES -> "/";
      case HOME -> "/" + office;
      case TICKET -> "/" + office + "/ticket/" + token;
      case PHONE -> "/t/" + token;
    };
  }
}
