package de.lokalwillkommen.core.devices;

import static de.lokalwillkommen.core.kernel.Refusals.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeviceReportTest {

  @ParameterizedTest
  @CsvSource({
    "PT0S, 1, 1, PT0S, 0, PT0S, ''",
    "P3653D, 99999, 99999, P-3653D, 99999, P3653D, ''",
    "PT-1S, 1280, 800, PT0S, 0, PT0S, up",
    "P3654D, 1280, 800, PT0S, 0, PT0S, up",
    "PT1H, 0, 800, PT0S, 0, PT0S, width",
    "PT1H, 1280, 100000, PT0S, 0, PT0S, height",
    "PT1H, 1280, 800, P3654D, 0, PT0S, drift",
    "PT1H, 1280, 800, PT0S, -1, PT0S, losses",
    "PT1H, 1280, 800, PT0S, 0, PT-1S, sinceTicket"
  })
  void whatCannotBeIsRefused(
      Duration up,
      int width,
      int height,
      Duration drift,
      int losses,
      Duration sinceTicket,
      String refused) {
    Runnable report =
        () ->
            new DeviceReport(
                up, true, width, height, DeviceSound.OK, drift, losses, Optional.of(sinceTicket));

    if (refused.isEmpty()) {
      report.run();
    } else {
      assertThat(refusalOf(report::run).facts().get("field")).isEqualTo(refused);
    }
  }
}
