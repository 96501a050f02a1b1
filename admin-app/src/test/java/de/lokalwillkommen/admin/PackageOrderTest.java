package de.lokalwillkommen.admin;

import de.lokalwillkommen.core.PackageOrderCheck;
import java.util.Map;
import java.util.Set;

class PackageOrderTest extends PackageOrderCheck {

  PackageOrderTest() {
    super(
        "de.lokalwillkommen.admin",
        Map.ofEntries(
            Map.entry("security", Set.of()),
            Map.entry("page", Set.of("security")),
            Map.entry("live", Set.of("security")),
            Map.entry("provider", Set.of("security")),
            Map.entry("signin", Set.of("security", "provider")),
            Map.entry("console", Set.of("security", "page", "live", "signin")),
            Map.entry("daylist", Set.of("security", "page", "live", "mail")),
            Map.entry("today", Set.of("security", "page", "live")),
            Map.entry("availability", Set.of("security", "page")),
            Map.entry("figures", Set.of("security", "page")),
            Map.entry("history", Set.of("security", "page")),
            Map.entry("installation", Set.of("security")),
            Map.entry("offices", Set.of("security", "page")),
            Map.entry("texts", Set.of("security", "mail")),
            Map.entry("people", Set.of("security", "page", "provider")),
            Map.entry("devices", Set.of("security", "page")),
            Map.entry("mail", Set.of()),
            Map.entry("webhooks", Set.of("security", "page")),
            Map.entry("upkeep", Set.of("security", "mail", "webhooks")),
            Map.entry("api", Set.of("security", "page", "live"))));
  }
}
