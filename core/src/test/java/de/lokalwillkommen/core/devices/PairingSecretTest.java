package de.lokalwillkommen.core.devices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.lokalwillkommen.core.kernel.HostLocales;
import de.lokalwillkommen.core.kernel.Refused;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PairingSecretTest {

  private final PairingSecret secret = PairingSecret.random();

  @Test
  void theSameSecretHasTheSameCodeAndTokenAndAnotherHasOthers() {
    assertThat(new PairingSecret(secret.value()).code()).isEqualTo(secret.code());
    assertThat(new PairingSecret(secret.value()).token()).isEqualTo(secret.token());
    assertThat(Stream.generate(PairingSecret::random).limit(200).map(PairingSecret::code))
        .doesNotHaveDuplicates();
    assertThat(secret.token().value()).isNotEqualTo(secret.value());
  }

  @Test
  void aCodeIsTypedAsAPersonDoesAlsoOnATurkishHost() {
    PairingCode code = new PairingCode("QWJH2345");
    HostLocales.tags()
        .forEach(
            tag ->
                assertThat(HostLocales.on(tag, () -> PairingCode.find(" qijh-23 45")))
                    .as(tag)
                    .isEmpty());
    HostLocales.tags()
        .forEach(
            tag ->
                assertThat(HostLocales.on(tag, () -> PairingCode.find(" qwjh-23 45")))
                    .as(tag)
                    .contains(code));
    assertThat(PairingCode.find("QWJH-234")).isEmpty();
    assertThat(PairingCode.find("QWJI-2345")).isEmpty();
  }

  @Test
  void nothingOfItIsWrittenToLogs() {
    assertThat("" + secret + secret.code()).doesNotContain(secret.value(), secret.code().text());
  }

  @Test
  void aDeviceHasAName() {
    assertThatThrownBy(() -> new DeviceData("hoerde", "  ")).isInstanceOf(Refused.class);
    assertThatThrownBy(() -> new DeviceData("hoerde", "x".repeat(81))).isInstanceOf(Refused.class);
    assertThat(new DeviceData("hoerde", " x ").name()).isEqualTo("x");
  }
}
