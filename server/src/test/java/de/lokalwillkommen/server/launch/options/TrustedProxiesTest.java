package de.lokalwillkommen.server.launch.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.lokalwillkommen.server.launch.host.Refusal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedProxiesTest {

  @Test
  void addressesAreHandedOn() {
    assertThat(TrustedProxies.properties(List.of("10.0.0.5", " 255.0.0.1", "::1"), false))
        .containsEntry("lw.trusted-proxies", "10.0.0.5,255.0.0.1,0:0:0:0:0:0:0:1");
    assertThat(TrustedProxies.properties(null, true)).doesNotContainKey("lw.trusted-proxies");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1.2",
        "10",
        "999.1.1.1",
        "1.1.1.256",
        "01.1.1.1",
        "1.2.3.4.5",
        "1.2.3.4:80",
        ".1:",
        ":::",
        "1::2::3",
        "::ffff:999.1.1.1",
        "proxy.example",
        "dead.beef"
      })
  void entriesThatAreNoAddressesAreRefused(String given) {
    assertThatThrownBy(() -> TrustedProxies.properties(List.of(given), false))
        .isInstanceOf(Refusal.class)
        .hasMessage("--trusted-proxies takes IP addresses, not " + given);
  }
}
