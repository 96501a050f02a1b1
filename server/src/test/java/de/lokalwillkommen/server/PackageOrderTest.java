package de.lokalwillkommen.server;

import de.lokalwillkommen.core.PackageOrderCheck;
import java.util.Map;
import java.util.Set;

/** The other packages use each other only by reflection, since their libraries differ. */
class PackageOrderTest extends PackageOrderCheck {

  PackageOrderTest() {
    super(
        "de.lokalwillkommen.server",
        Map.ofEntries(
            Map.entry("launch.host", Set.of()),
            Map.entry("launch.options", Set.of("launch.host")),
            Map.entry("launch", Set.of("launch.host", "launch.options")),
            Map.entry("front", Set.of()),
            Map.entry("run", Set.of("front")),
            Map.entry("database.rows", Set.of()),
            Map.entry("demo", Set.of("database.rows")),
            Map.entry("archive", Set.of()),
            Map.entry("database", Set.of("archive", "database.rows", "demo"))));
  }
}
