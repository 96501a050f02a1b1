package de.lokalwillkommen.core.devices;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeviceViewTest {

  private static final Instant TEN = Instant.parse("2026-11-23T09:00:00Z");

  private static DeviceView device(Optional<Instant> seenAt, DeviceState state) {
    return new DeviceView(
        1,
        1,
        DeviceRole.KIOSK,
        new DeviceData("hoerde", "Eingang"),
        TEN,
        seenAt,
        state,
        Optional.empty());
  }

  private static DeviceView reporting(
      DeviceRole role, DeviceSound sound, Duration drift, int losses, boolean isPageCurrent) {
    DeviceHealth health =
        new DeviceHealth(
            TEN, TEN, isPageCurrent, "1280x800", sound, drift, losses, Optional.empty());
    return new DeviceView(
        1,
        1,
        role,
        new DeviceData("hoerde", "Eingang"),
        TEN,
        Optional.of(TEN),
        DeviceState.PAIRED,
        Optional.of(health));
  }

  @Test
  void aDeviceThatIsFineHasNoProblem() {
    Duration almostWrong = Duration.ofMinutes(2).minusMillis(1);

    assertThat(reporting(DeviceRole.DISPLAY, DeviceSound.OK, almostWrong, 9, true).problemsAt(TEN))
        .isEmpty();
    assertThat(
            reporting(DeviceRole.KIOSK, DeviceSound.BLOCKED, almostWrong.negated(), 0, true)
                .problemsAt(TEN))
        .as("a kiosk need not be heard")
        .isEmpty();
    assertThat(device(Optional.of(TEN), DeviceState.PAIRED).problemsAt(TEN)).isEmpty();
  }

  @Test
  void allProblemsAreTheMostSeriousFirst() {
    assertThat(
            reporting(DeviceRole.DISPLAY, DeviceSound.BLOCKED, Duration.ofMinutes(-2), 10, false)
                .problemsAt(TEN))
        .containsExactly(
            DeviceProblem.MUTE, DeviceProblem.CLOCK, DeviceProblem.NETWORK, DeviceProblem.OLD_PAGE);
  }

  @Test
  void ofASilentDeviceNothingElseIsSaid() {
    DeviceView device =
        reporting(DeviceRole.DISPLAY, DeviceSound.BLOCKED, Duration.ofHours(1), 99, false);

    assertThat(device.problemsAt(TEN.plusSeconds(300))).containsExactly(DeviceProblem.SILENT);
    assertThat(device(Optional.empty(), DeviceState.REVOKED).problemsAt(TEN)).isEmpty();
  }

  @Test
  void aDeviceIsSilentFiveMinutesAfterItHasLastCome() {
    DeviceView seen = device(Optional.of(TEN), DeviceState.PAIRED);

    assertThat(seen.isSilentAt(TEN.plusSeconds(299))).isFalse();
    assertThat(seen.isSilentAt(TEN.plusSeconds(300))).isTrue();
  }

  @Test
  void aDeviceThatHasNeverComeIsSilentUnlessItsPairingHasEnded() {
    assertThat(device(Optional.empty(), DeviceState.EXPECTED).isSilentAt(TEN)).isTrue();
    assertThat(device(Optional.empty(), DeviceState.REVOKED).isSilentAt(TEN)).isFalse();
  }
}
