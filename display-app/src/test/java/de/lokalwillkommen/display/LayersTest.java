package de.lokalwillkommen.display;

import de.lokalwillkommen.web.LayersCheck;

class LayersTest extends LayersCheck {

  LayersTest() {
    super("de.lokalwillkommen.display");
  }
}
