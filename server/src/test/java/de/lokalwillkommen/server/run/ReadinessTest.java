package de.lokalwillkommen.server.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReadinessTest {
  private final Readiness readiness =
      new Readiness("127.0.0.1", 8080, "probe", List.of("kiosk", "display"));

  @Test
  void readyWhenUpAndEveryApplicationHasSpoken() {
    assertThat(
            readiness.isReady(
                "{\"status\":\"UP\", \"checks\":[{\"name\":\"kiosk\",\"status\":\"UP\"},"
                    + "{\"name\":\"display\",\"status\":\"UP\"}]}"))
        .isTrue();
  }

  @Test
  void notReadyWhileAnApplicationIsSilent() {
    assertThat(readiness.isReady("{\"status\":\"UP\",\"checks\":[]}")).isFalse();
    assertThat(
            readiness.isReady(
                "{\"status\":\"UP\",\"checks\":[{\"name\":\"kiosk\",\"status\":\"UP\"}]}"))
        .isFalse();
  }

  @Test
  void notReadyWhenSomethingIsDown() {
    assertThat(
            readiness.isReady(
                "{\"status\":\"DOWN\",\"checks\":[{\"name\":\"kiosk\",\"status\":\"UP\"},"
                    + "{\"name\":\"display\",\"status\":\"DOWN\"}]}"))
        .isFalse();
    assertThat(readiness.isReady("no answer")).isFalse();
  }

  @Test
  void theMissingPartIsNamed() {
    assertThat(readiness.missing("no answer")).isEqualTo("kiosk, display do not answer yet");
    assertThat(
            readiness.missing(
                "{\"status\":\"DOWN\",\"checks\":[{\"name\":\"kiosk\",\"status\":\"UP\"}]}"))
        .isEqualTo("display does not answer yet");
    assertThat(
            readiness.missing(
                "{\"status\":\"DOWN\",\"checks\":[{\"name\":\"kiosk\"},{\"name\":\"display\"}]}"))
        .isEqualTo("a check of /health/ready is not passed");
  }
}
