package de.lokalwillkommen.admin.security;

import jakarta.servlet.http.HttpServletRequest;

/** The parts of this application, by what strangers may do there and how they are answered. */
enum AccessArea {
  /** Style sheets, scripts, fonts: for everybody. */
  ASSETS,
  /** The health check: open to all. */
  PULSE,
  /** Where somebody signs in: for everybody. */
  SIGN_IN_PAGE,
  /** Where a program signs in: for everybody. */
  SIGN_IN_CALL,
  /** Where a program signs out: for everybody who is signed in. */
  SIGN_OUT_CALL,
  /** What programs of those who serve visitors call. */
  API,
  /** The sockets of the offices' lines. */
  SOCKET,
  /** The content of the sockets, for browsers without WebSockets. */
  POLLED,
  /** What people look at. */
  PAGE;

  /** The address of the sign-in page, below the application's own. */
  static final String SIGN_IN = "/sign-in.xhtml";

  private static final String SOCKETS = "/ws/";
  private static final String POLLS = "/live/";

  private static final String SESSION = "/api/v1/session";

  static AccessArea of(HttpServletRequest request) {
    String path = pathOf(request);
    if (path.startsWith("/assets/") || path.startsWith("/jakarta.faces.resource/")) {
      return ASSETS;
    }
    if (path.equals("/pulse")) {
      return PULSE;
    }
    if (path.equals(SIGN_IN)) {
      return SIGN_IN_PAGE;
    }
    if (path.equals(SESSION)) {
      return "POST".equals(request.getMethod()) ? SIGN_IN_CALL : SIGN_OUT_CALL;
    }
    if (path.startsWith("/api/")) {
      return API;
    }
    if (path.startsWith(POLLS)) {
      return POLLED;
    }
    return path.startsWith(SOCKETS) ? SOCKET : PAGE;
  }

  /** Whether it is for everybody. */
  boolean isOpen() {
    return switch (this) {
      case ASSETS, PULSE, SIGN_IN_PAGE, SIGN_IN_CALL -> true;
      case SIGN_OUT_CALL, API, SOCKET, POLLED, PAGE -> false;
    };
  }

  /** Whether the answer is the same for all callers, so that the caller need not be identified. */
  boolean isWithoutPeople() {
    return this == ASSETS || this == PULSE;
  }

  /** Whether a program reads the answers. */
  boolean isForPrograms() {
    return switch (this) {
      case SIGN_IN_CALL, SIGN_OUT_CALL, API, SOCKET, POLLED -> true;
      case ASSETS, PULSE, SIGN_IN_PAGE, PAGE -> false;
    };
  }

  /** Whether all that is there is about visitors, so that it is for those who serve them. */
  boolean isAboutVisitors() {
    return switch (this) {
      case API, SOCKET, POLLED -> true;
      case ASSETS, PULSE, SIGN_IN_PAGE, SIGN_IN_CALL, SIGN_OUT_CALL, PAGE -> false;
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
