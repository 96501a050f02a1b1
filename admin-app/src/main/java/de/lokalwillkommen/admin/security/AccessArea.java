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
  ASSETS,
  /** The health check: open to all. */
  PULSE,
  /** The sign-in page, and the pages on which a one-time code gives access: open to all. */
  SIGN_IN_PAGE,
  /** The sign-in of programs: open to all. */
  SIGN_IN_CALL,
  /** The sign-out of programs: open to all who are signed in. */
  SIGN_OUT_CALL,
  /** The REST interface to the history. */
  HISTORY_CALL,
  /** The REST interface to offices and their counters. */
  OFFICES_CALL,
  /** The REST interface to the catalogue of topics. */
  TOPICS_CALL,
  /** The REST interface to the people who sign in. */
  PEOPLE_CALL,
  /** The REST interface to kiosks, boards and tablets. */
  DEVICES_CALL,
  /** The REST interface to the texts that visitors meet. */
  TEXTS_CALL,
  /** The REST interface for people who serve visitors. */
  API,
  /** The sockets of the offices' lines. */
  SOCKET,
  /** The content of the sockets, for browsers without WebSockets. */
  POLLED,
  /** Pages. */
  PAGE;

  /** The address of the sign-in page, below the application's own. */
  static final String SIGN_IN = "/sign-in.xhtml";

  private static final Set<String> WITH_CODE =
      Set.of(
          "/setup",
          "/setup.xhtml",
          "/invitation",
          "/invitation.xhtml",
          "/second-step",
          "/second-step.xhtml");

  private static final String SOCKETS = "/ws/";
  private static final String POLLS = "/live/";

  /** The calls of the administration; what stands below an office or a counter is its line. */
  private static final Map<Pattern, AccessArea> ARRANGED =
      Map.of(
          Pattern.compile("/api/v1/(offices|counters)(/[^/]*)?/?"), OFFICES_CALL,
          Pattern.compile("/api/v1/topics(/.*)?"), TOPICS_CALL,
          Pattern.compile("/api/v1/people(/.*)?"), PEOPLE_CALL,
          Pattern.compile("/api/v1/devices(/.*)?"), DEVICES_CALL,
          Pattern.compile("/api/v1/texts(/.*)?"), TEXTS_CALL,
          Pattern.compile("/api/v1/history(/.*)?"), HISTORY_CALL);

  private static final String SESSION = "/api/v1/session";

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
    return ARRANGED.entrySet().stream()
        .filter(call -> call.getKey().matcher(path).matches())
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(API);
  }

  /** Whether it is open to all. */
  boolean isOpen() {
    return switch (this) {
      case ASSETS, PULSE, SIGN_IN_PAGE, SIGN_IN_CALL -> true;
      case SIGN_OUT_CALL,
          HISTORY_CALL,
          OFFICES_CALL,
          TOPICS_CALL,
          PEOPLE_CALL,
          DEVICES_CALL,
          TEXTS_CALL,
          API,
          SOCKET,
          POLLED,
          PAGE ->
          false;
    };
  }

  /** Whether the answer is the same for all callers, so that the caller need not be identified. */
  boolean isWithoutPeople() {
    return this == ASSETS || this == PULSE;
  }

  /** Whether a program reads the answers. */
  boolean isForPrograms() {
    return switch (this) {
      case SIGN_IN_CALL,
          SIGN_OUT_CALL,
          HISTORY_CALL,
          OFFICES_CALL,
          TOPICS_CALL,
          PEOPLE_CALL,
          DEVICES_CALL,
          TEXTS_CALL,
          API,
          SOCKET,
          POLLED ->
          true;
      case ASSETS, PULSE, SIGN_IN_PAGE, PAGE -> false;
    };
  }

  /** The right that a program needs here, in any office; empty if being signed in is enough. */
  Optional<Right> findRight() {
    return switch (this) {
      case API, SOCKET, POLLED -> Optional.of(Right.SERVE_VISITORS);
      case HISTORY_CALL -> Optional.of(Right.READ_HISTORY);
      case OFFICES_CALL -> Optional.of(Right.ARRANGE_OFFICE);
      case TOPICS_CALL -> Optional.of(Right.ARRANGE_TOPICS);
      case PEOPLE_CALL -> Optional.of(Right.MANAGE_PEOPLE);
      case DEVICES_CALL -> Optional.of(Right.MANAGE_DEVICES);
      case TEXTS_CALL -> Optional.of(Right.EDIT_TEXTS);
      case ASSETS, PULSE, SIGN_IN_PAGE, SIGN_IN_CALL, SIGN_OUT_CALL, PAGE -> Optional.empty();
    };
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
