package de.lokalwillkommen.web;

import de.lokalwillkommen.core.PackageOrderCheck;
import java.util.Map;
import java.util.Set;

class PackageOrderTest extends PackageOrderCheck {

  PackageOrderTest() {
    super(
        "de.lokalwillkommen.web",
        Map.ofEntries(
            Map.entry("text", Set.of("security.shared")),
            Map.entry("request", Set.of()),
            Map.entry("security.shared", Set.of()),
            Map.entry("security", Set.of("security.shared")),
            Map.entry("page", Set.of("security.shared")),
            Map.entry("calendar", Set.of("text", "page")),
            Map.entry("rest", Set.of("text", "request", "security")),
            Map.entry("ratelimit", Set.of("security.shared")),
            Map.entry("away", Set.of("text", "page", "rest")),
            Map.entry("live", Set.of("page", "security", "security.shared", "rest")),
            Map.entry("app", Set.of("security.shared"))));
  }
}
