package de.lokalwillkommen.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What the applications share keeps to the rules, and whoever did not would be seen. */
class LayersCheckTest extends LayersCheck {

  private static final String STORING = "de.lokalwillkommen.core.offices";

  LayersCheckTest() {
    super("de.lokalwillkommen.web");
  }

  @Test
  void whoeverStoresWouldBeSeen() {
    assertThat(noEntitiesIn(STORING).evaluate(classesOf(STORING)).hasViolation()).isTrue();
    assertThat(noEntityManagerIn(STORING).evaluate(classesOf(STORING)).hasViolation()).isTrue();
  }
}
