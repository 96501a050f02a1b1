package de.lokalwillkommen.kiosk;

import de.lokalwillkommen.web.page.OldestBrowsersCheck;
import java.util.Set;

class OldestBrowsersTest extends OldestBrowsersCheck {

  OldestBrowsersTest() {
    super(
        OF_APPLICATION,
        Set.of("kiosk.js", "pages.js", "press.js", "scanner.js", "kiosk.css", "booking.css"));
  }
}
