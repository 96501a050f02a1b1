package de.lokalwillkommen.server.front;

import java.util.Optional;
import java.util.Set;

/** The parts of the address space, by what may be sent there. */
enum Area {
  /** Leads on to the overview of offices. */
  ROOT(Set.of("GET", "HEAD"), 0),
  /** What people look at, and the forms on it. */
  PAGE(Set.of("GET", "HEAD", "POST"), 256 * 1024),
  /** What programs call. */
  API(Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"), 64 * 1024),
  /** Where WebSockets begin. */
  SOCKET(Set.of("GET"), 0),
  /** What operators watch. */
  OPERATING(Set.of("GET", "HEAD", "OPTIONS"), 0);

  private static final Set<String> APPLICATIONS = Set.of("kiosk", "display", "admin");
  private static final Set<String> WATCHED = Set.of("health", "metrics", "openapi");

  private final Set<String> methods;
  private final int mostBytes;

  Area(Set<String> methods, int mostBytes) {
    this.methods = methods;
    this.mostBytes = mostBytes;
  }

  /** The area of a path; empty if nothing is there. */
  static Optional<Area> find(String path) {
    if (path.equals("/")) {
      return Optional.of(ROOT);
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

  /** The most that a body may have. */
  int mostBytes() {
    return mostBytes;
  }
}
