package de.lokalwillkommen.kiosk.page;

import de.lokalwillkommen.web.page.VisitorPage;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The public address of a page, as in links and QR codes.
 *
 * @param view which page
 * @param office the slug of the office, or the empty string
 * @param token the token of a ticket or an offer, or a booking code, or the empty string
 */
public record Address(View view, String office, String token) {

  /** The pages. */
  public enum View {
    /** All offices in a demonstration; elsewhere the code of a device that asks to be paired. */
    OFFICES,
    /** The start of an office's kiosk. */
    HOME,
    /** Who runs the kiosk. */
    ABOUT,
    /** A ticket that has just been taken. */
    TICKET,
    /** A visitor's phone. */
    PHONE,
    /** Topics, then times, to book an appointment. */
    BOOK,
    /** A time that is held while the visitor decides. */
    CONFIRM,
    /** An appointment that has just been booked at a kiosk. */
    BOOKED,
    /** Where a booking code is typed or scanned. */
    CHECK_IN,
    /** The answer of a kiosk to a booking code. */
    ANSWER,
    /** An appointment on its visitor's phone. */
    APPOINTMENT,
    /** A place on the waitlist on its visitor's phone. */
    WAITLIST,
    /** An earlier time that is offered to a visitor by mail. */
    OFFER;

    /** The path of the page's file inside the application. */
    String path() {
      return "/pages/" + name().toLowerCase(Locale.ROOT).replace('_', '-') + ".xhtml";
    }

    /** Whether a visit of a kiosk begins here. */
    boolean isStart() {
      return this == OFFICES || this == HOME;
    }

    /** Whether it is shown on a visitor's phone and never on a kiosk. */
    boolean isOnPhone() {
      return this == PHONE || this == APPOINTMENT || this == WAITLIST || this == OFFER;
    }

    /** Whether it shows a ticket. */
    boolean isOfTicket() {
      return this == TICKET || this == PHONE;
    }

    /** Whether it can be shown on kiosks and on phones. */
    boolean isOnBoth() {
      return this == BOOK || this == CONFIRM;
    }

    /** The request parameters of a step of the visit; they stay in the address. */
    List<String> steps() {
      return switch (this) {
        case BOOK, CONFIRM -> List.of(Parameter.TOPIC, Parameter.DAY, Parameter.FLOW, Parameter.ON);
        case APPOINTMENT, TICKET -> List.of(Parameter.STEP);
        case OFFICES -> List.of(Parameter.FOR, Parameter.LOOK);
        default -> List.of();
      };
    }
  }

  /** Names of request parameters. */
  public static final class Parameter {
    /** The identifier of the topic that was chosen. */
    public static final String TOPIC = "topic";

    /** The day whose times are shown, as in ISO 8601. */
    public static final String DAY = "day";

    /** The identifier of a visit, the same for all of its requests. */
    public static final String FLOW = "flow";

    /** {@code board} if a browser that asks to be paired is to show a board. */
    public static final String FOR = "for";

    /** The parameters with which that board is shown, {@code distance=5&sound=off}. */
    public static final String LOOK = "look";

    /** {@code phone} if the page is not shown on a kiosk. */
    static final String ON = "on";

    /** The action that the visitor has begun. */
    public static final String STEP = "step";

    private Parameter() {}
  }

  private static final String SLUG = "([a-z0-9]+(?:-[a-z0-9]+)*)";
  private static final String TOKEN = "([A-Za-z0-9_-]{1,64})";
  private static final String LONG_TOKEN = "([A-Za-z0-9_-]{12,64})";
  private static final String CODE = "([A-Za-z0-9]{4}-?[A-Za-z0-9]{4})";

  /** The pattern of a visitor's link, even if truncated or mistyped; no office has such a slug. */
  private static final Pattern LINK = Pattern.compile("/([tawo])(?:/.*)?");

  private static final Pattern BARE_LINK = Pattern.compile("/[tawo]/?");

  private static final Map<Pattern, BiFunction<String, String, Address>> PATTERNS =
      Map.ofEntries(
          Map.entry(Pattern.compile("/"), (a, b) -> new Address(View.OFFICES, "", "")),
          Map.entry(Pattern.compile("/" + SLUG + "/?"), (a, b) -> home(a)),
          Map.entry(Pattern.compile("/" + SLUG + "/about"), (a, b) -> about(a)),
          Map.entry(Pattern.compile("/" + SLUG + "/ticket/" + TOKEN), Address::ticket),
          Map.entry(Pattern.compile("/t/" + TOKEN), (a, b) -> phone(a)),
          Map.entry(Pattern.compile("/" + SLUG + "/book"), (a, b) -> book(a)),
          Map.entry(Pattern.compile("/" + SLUG + "/book/" + CODE), Address::confirm),
          Map.entry(Pattern.compile("/" + SLUG + "/appointment/" + CODE), Address::booked),
          Map.entry(Pattern.compile("/" + SLUG + "/check-in"), (a, b) -> checkIn(a)),
          Map.entry(Pattern.compile("/" + SLUG + "/check-in/" + CODE), Address::answer),
          Map.entry(Pattern.compile("/a/" + CODE), (a, b) -> appointment(a)),
          Map.entry(Pattern.compile("/w/" + CODE), (a, b) -> waitlist(a)),
          Map.entry(Pattern.compile("/o/" + LONG_TOKEN), (a, b) -> offer(a)));

  /** The start of an office's kiosk. */
  public static Address home(String office) {
    return new Address(View.HOME, office, "");
  }

  /** Who runs an office's kiosk. */
  public static Address about(String office) {
    return new Address(View.ABOUT, office, "");
  }

  /** A ticket on the kiosk where it was taken. */
  public static Address ticket(String office, String token) {
    return new Address(View.TICKET, office, token);
  }

  /** The phone page of a ticket. */
  public static Address phone(String token) {
    return new Address(View.PHONE, "", token);
  }

  /** The page where an appointment is booked. */
  public static Address book(String office) {
    return new Address(View.BOOK, office, "");
  }

  /** The page where a held time is confirmed. */
  public static Address confirm(String office, String code) {
    return new Address(View.CONFIRM, office, code);
  }

  /** An appointment on the kiosk where it was booked. */
  public static Address booked(String office, String code) {
    return new Address(View.BOOKED, office, code);
  }

  /** The page where a code is typed or scanned. */
  public static Address checkIn(String office) {
    return new Address(View.CHECK_IN, office, "");
  }

  /** The page with the answer to a code. */
  public static Address answer(String office, String code) {
    return new Address(View.ANSWER, office, code);
  }

  /** The phone page of an appointment. */
  public static Address appointment(String code) {
    return new Address(View.APPOINTMENT, "", code);
  }

  /** The phone page of a place on the waitlist. */
  public static Address waitlist(String code) {
    return new Address(View.WAITLIST, "", code);
  }

  /** The page of an offer. */
  public static Address offer(String token) {
    return new Address(View.OFFER, "", token);
  }

  /**
   * The prefix of a visitor's link without a token, for a broken link that identifies no ticket.
   * The error is shown in the layout for phones.
   */
  public static Optional<Address> ofBrokenLink(String path) {
    Matcher link = LINK.matcher(path);
    return link.matches()
        ? Optional.of(
            switch (link.group(1)) {
              case "t" -> phone("");
              case "w" -> waitlist("");
              case "o" -> offer("");
              default -> appointment("");
            })
        : Optional.empty();
  }

  /** The page of a path inside the application, if it is one. */
  public static Optional<Address> of(String path) {
    if (BARE_LINK.matcher(path).matches()) {
      return Optional.empty();
    }
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
      case ABOUT -> "/" + office + "/about";
      case TICKET -> "/" + office + "/ticket/" + token;
      case PHONE -> VisitorPage.ticket(token).path();
      case BOOK -> "/" + office + "/book";
      case CONFIRM -> "/" + office + "/book/" + token;
      case BOOKED -> "/" + office + "/appointment/" + token;
      case CHECK_IN -> "/" + office + "/check-in";
      case ANSWER -> "/" + office + "/check-in/" + token;
      case APPOINTMENT -> VisitorPage.appointment(token).path();
      case WAITLIST -> VisitorPage.waitlist(token).path();
      case OFFER -> VisitorPage.offer(token).path();
    };
  }
}
