package de.lokalwillkommen.admin;

import de.lokalwillkommen.web.page.OldestBrowsersCheck;
import java.util.Set;

class OldestBrowsersTest extends OldestBrowsersCheck {

  OldestBrowsersTest() {
    super(OF_APPLICATION, Set.of());
  }
}
