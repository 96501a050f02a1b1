package de.lokalwillkommen.server.front;

import java.util.Optional;
import java.util.Set;

/** The parts of the address space, by the kind of request they accept. */
enum RequestArea {
  /** Redirects to the overview of offices. */
  ROOT(Set.of("GET", "HEAD"), 0),
  /** Pages, and the forms on them. */
  PAGE(Set.of("GET", "HEAD", "POST"), 256 * 1024),
  /**
   * The page that takes a file with all texts of a language. Each letter of such a file may take
   * nine bytes in a form.
   */
  PAGE_OF_TEXTS(Set.of("GET", "HEAD", "POST"), 1024 * 1024),
  /** APIs. */
  API(Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"), 64 * 1024),
  /** The endpoints of WebSockets. */
  SOCKET(Set.of("GET"), 0),
  /** Endpoints for monitoring. */
  OPERATING(Set.of("GET", "HEAD", "OPTIONS"), 0);

  private static final Set<String> TEXTS = Set.of("/admin/texts", "/admin/texts.xhtml");
  private static final Set<String> APPLICATIONS = Set.of("kiosk", "display", "admin");
  private static final Set<String> WATCHED = Set.of("health", "metrics", "openapi");

  private final Set<String> methods;
  private final int mostBytes;

  RequestArea(Set<String> methods, int mostBytes) {
    this.methods = methods;
    this.mostBytes = mostBytes;
  }

  /** The area of a path; empty if the path does not exist. */
  static Optional<RequestArea> find(String path) {
    if (path.equals("/")) {
      return Optional.of(ROOT);
    }
    if (TEXTS.contains(path)) {
      return Optional.of(PAGE_OF_TEXTS);
    }
    String[] parts = path.split("/", 4);
    if (WATCHED.contains(parts[1])) {
      return Optional.of(OPERATING);
    }
    if (!APPLICATIONS.contains(parts[1])) {
      return Optional.empty();
    }
    String second = parts.length > 2 ? parts[2] : "";
    return Optional.of(
        switch (second) {
          case "api" -> API;
          case "ws" -> SOCKET;
          default -> PAGE;
        });
  }

  Set<String> methods() {
    return methods;
  }

  /** Whether it has pages, whose forms a browser sends. */
  boolean hasPages() {
    return this == PAGE || this == PAGE_OF_TEXTS;
  }

  /** The maximum size of a body. */
  int mostBytes() {
    return mostBytes;
  }
}
