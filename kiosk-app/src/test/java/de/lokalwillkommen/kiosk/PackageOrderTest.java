package de.lokalwillkommen.kiosk;

import de.lokalwillkommen.core.PackageOrderCheck;
import java.util.Map;
import java.util.Set;

class PackageOrderTest extends PackageOrderCheck {

  PackageOrderTest() {
    super(
        "de.lokalwillkommen.kiosk",
        Map.of(
            "gate", Set.of(),
            "page", Set.of("gate"),
            "ticket", Set.of("gate", "page"),
            "booking", Set.of("gate", "page"),
            "api", Set.of("gate"),
            "live", Set.of("gate")));
  }
}
