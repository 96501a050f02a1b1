package de.lokalwillkommen.server.launch.options;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListenerTest {

  @ParameterizedTest
  @CsvSource({"127.0.0.1, false", "::1, false", "0.0.0.0, true", "192.0.2.7, true"})
  void withoutEncryptionItIsSaidThatOthersMayReadAlong(String host, boolean warns) {
    assertThat(new Listener(host, 8080).findWarning(false).isPresent()).isEqualTo(warns);
  }

  @Test
  void behindAProxyWithTlsThereIsNothingToSay() {
    assertThat(new Listener("192.0.2.7", 8080).findWarning(true)).isEmpty();
  }
}
