package de.lokalwillkommen.web.pace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PacesTest {

  private final Paces<String> paces = new Paces<>(2, () -> Pace.of(1, 1, Duration.ofDays(1)));

  @Test
  void everybodyHasTheirOwn() {
    paces.of("one").take();

    assertThat(paces.of("one").tryTake()).isPresent();
    assertThat(paces.of("two").tryTake()).isEmpty();
  }

  @Test
  void whoHasBeenQuietForLongestIsForgotten() {
    paces.of("one");
    paces.of("two");
    paces.of("one");

    paces.of("three");

    assertThat(paces.knows("one")).isTrue();
    assertThat(paces.knows("two")).isFalse();
    assertThat(paces.knows("three")).isTrue();
  }

  @Test
  void toAskWhetherSomebodyIsKnownMakesThemNoMoreKnown() {
    assertThat(paces.knows("one")).isFalse();
    assertThat(paces.knows("one")).isFalse();
  }
}
