package de.lokalwillkommen.kiosk;

import de.lokalwillkommen.web.LayersCheck;

class LayersTest extends LayersCheck {

  LayersTest() {
    super("de.lokalwillkommen.kiosk");
  }
}
