package de.lokalwillkommen.admin;

import de.lokalwillkommen.web.LayersCheck;

class LayersTest extends LayersCheck {

  LayersTest() {
    super("de.lokalwillkommen.admin");
  }
}
