package de.lokalwillkommen.admin.security;

import de.lokalwillkommen.core.staff.Right;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The parts of this application, by the access of strangers and the format of refusals. */
enum AccessArea {
  /** Style sheets, scripts, fonts, the logo: open to all. */
  ASSETS(true, false),
  /** The health check: open to all. */
  PULSE(true, false),
  /**
   * The sign-in page, and the pages on which a one-time code or the identity provider gives access:
   * open to all.
   */
  SIGN_IN_PAGE(true, false),
  /** The sign-in of programs: open to all. */
  SIGN_IN_CALL(true, true),
  /** Where the identity provider says that a person has signed out: open, since it signs that. */
  BACK_CHANNEL(true, true),
  /** The sign-out of programs: open to all who are signed in. */
  SIGN_OUT_CALL(false, true),
  /** The REST interface to the history. */
  HISTORY_CALL(Right.READ_HISTORY),
  /** The REST interface to offices and their counters. */
  OFFICES_CALL(Right.ARRANGE_OFFICE),
  /** The REST interface to what is ordered for an office today. */
  ORDERS_CALL(Right.LEAD_DAY),
  /** The REST interface to the days on which an office is closed. */
  CLOSURES_CALL(Right.ARRANGE_AVAILABILITY),
  /** The REST interface to the catalogue of topics. */
  TOPICS_CALL(Right.ARRANGE_TOPICS),
  /** The REST interface to the people who sign in. */
  PEOPLE_CALL(Right.MANAGE_PEOPLE),
  /** The REST interface to kiosks, boards and tablets. */
  DEVICES_CALL(Right.MANAGE_DEVICES),
  /** The REST interface to the webhooks. */
  WEBHOOKS_CALL(Right.MANAGE_WEBHOOKS),
  /** The REST interface to the texts that visitors meet. */
  TEXTS_CALL(Right.EDIT_TEXTS),
  /** The REST interface for people who serve visitors. */
  API(Right.SERVE_VISITORS),
  /** A call that is named nowhere: refused as unknown to all who are signed in. */
  UNKNOWN_CALL(false, true),
  /** The sockets of the offices' lines. */
  SOCKET(Right.SERVE_VISITORS),
  /** The content of the sockets, for browsers without WebSockets. */
  POLLED(Right.SERVE_VISITORS),
  /** Pages. */
  PAGE(false, false);

  /** The address of the sign-in page, below the application's own. */
  static final String SIGN_IN = "/sign-in.xhtml";

  private static final Set<String> WITH_CODE =
      Set.of(
          "/setup",
          "/setup.xhtml",
          "/invitation",
          "/invitation.xhtml",
          "/second-step",
          "/second-step.xhtml",
          "/provider",
          "/provider.xhtml");

  private static final String SOCKETS = "/ws/";
  private static final String POLLS = "/live/";

  /** The calls by their addresses; what stands nowhere is refused. */
  private static final Map<Pattern, AccessArea> CALLS =
      Map.ofEntries(
          Map.entry(
              Pattern.compile("/api/v1/offices/[^/]*/(line|slots|appointments(/.*)?)/?"), API),
          Map.entry(Pattern.compile("/api/v1/counters/[^/]*/next/?"), API),
          Map.entry(Pattern.compile("/api/v1/tickets/[^/]*/[^/]*/?"), API),
          Map.entry(Pattern.compile("/api/v1/(offices|counters)(/[^/]*)?/?"), OFFICES_CALL),
          Map.entry(Pattern.compile("/api/v1/offices/[^/]+/orders/?"), ORDERS_CALL),
          Map.entry(Pattern.compile("/api/v1/offices/[^/]+/closures(/.*)?"), CLOSURES_CALL),
          Map.entry(Pattern.compile("/api/v1/topics(/.*)?"), TOPICS_CALL),
          Map.entry(Pattern.compile("/api/v1/people(/.*)?"), PEOPLE_CALL),
          Map.entry(Pattern.compile("/api/v1/devices(/.*)?"), DEVICES_CALL),
          Map.entry(Pattern.compile("/api/v1/webhooks(/.*)?"), WEBHOOKS_CALL),
          Map.entry(Pattern.compile("/api/v1/texts(/.*)?"), TEXTS_CALL),
          Map.entry(Pattern.compile("/api/v1/history(/.*)?"), HISTORY_CALL));

  private static final String PROVIDER_SAYS = "/back-channel-logout";

  private static final String SESSION = "/api/v1/session";

  private final boolean open;
  private final boolean forPrograms;
  private final Optional<Right> right;

  AccessArea(boolean open, boolean forPrograms) {
    this.open = open;
    this.forPrograms = forPrograms;
    this.right = Optional.empty();
  }

  /** A part for programs whose callers have a right. */
  AccessArea(Right right) {
    this.open = false;
    this.forPrograms = true;
    this.right = Optional.of(right);
  }

  static AccessArea of(HttpServletRequest request) {
    String path = pathOf(request);
    if (path.startsWith("/assets/")
        || path.startsWith("/logo/")
        || path.startsWith("/jakarta.faces.resource/")) {
      return ASSETS;
    }
    if (path.equals("/pulse")) {
      return PULSE;
    }
    if (path.equals(SIGN_IN) || WITH_CODE.contains(path)) {
      return SIGN_IN_PAGE;
    }
    if (path.equals(PROVIDER_SAYS)) {
      return BACK_CHANNEL;
    }
    if (path.equals(SESSION)) {
      return "POST".equals(request.getMethod()) ? SIGN_IN_CALL : SIGN_OUT_CALL;
    }
    if (path.startsWith("/api/")) {
      return ofCall(path);
    }
    if (path.startsWith(POLLS)) {
      return POLLED;
    }
    return path.startsWith(SOCKETS) ? SOCKET : PAGE;
  }

  private static AccessArea ofCall(String path) {
    return CALLS.entrySet().stream()
        .filter(call -> call.getKey().matcher(path).matches())
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(UNKNOWN_CALL);
  }

  /** Whether it is open to all. */
  boolean isOpen() {
    return open;
  }

  /** Whether the answer is the same for all callers, so that the caller need not be identified. */
  boolean isWithoutPeople() {
    return this == ASSETS || this == PULSE;
  }

  /** Whether a program reads the answers. */
  boolean isForPrograms() {
    return forPrograms;
  }

  /** The right that a program needs here, in any office; empty if being signed in is enough. */
  Optional<Right> findRight() {
    return right;
  }

  /** Whether it shows the line of one office, which is the last part of its address. */
  boolean isOfOneOffice() {
    return this == SOCKET || this == POLLED;
  }

  /** The path below the application's own, decoded and without parameters, as servlets see it. */
  static String pathOf(HttpServletRequest request) {
    String info = request.getPathInfo();
    return request.getServletPath() + (info == null ? "" : info);
  }
}
