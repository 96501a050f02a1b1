package de.lokalwillkommen.core.devices;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeviceViewTest {

  private static final Instant TEN = Instant.parse("2026-11-23T09:00:00Z");

  private static DeviceView device(Optional<Instant> seenAt, DeviceState state) {
    return new DeviceView(
        1, 1, DeviceRole.KIOSK, new DeviceData("hoerde", "Eingang"), TEN, seenAt, state);
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
