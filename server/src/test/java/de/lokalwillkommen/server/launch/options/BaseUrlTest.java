package de.lokalwillkommen.server.launch.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.lokalwillkommen.server.launch.host.LaunchRefusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BaseUrlTest {

  @ParameterizedTest
  @CsvSource({
    "https://kiosk.example,      https://kiosk.example,      https://kiosk.example:443",
    "HTTPS://Kiosk.Example/,     https://kiosk.example,      https://kiosk.example:443",
    "https://kiosk.example:443,  https://kiosk.example,      https://kiosk.example:443",
    "https://kiosk.example:8443, https://kiosk.example:8443, https://kiosk.example:8443",
    "http://10.0.0.5,            http://10.0.0.5,            http://10.0.0.5:80",
  })
  void isWrittenAsBrowsersWriteIt(String given, String shown, String full) {
    assertThat(BaseUrl.parse(given).url()).isEqualTo(shown);
    assertThat(BaseUrl.parse(given).fullUrl()).isEqualTo(full);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kiosk.example",
        "kiosk.example:443",
        "//kiosk.example",
        "ftp://kiosk.example",
        "https://",
        "https:///kiosk",
        "https://kiosk.example/office",
        "https://kiosk.example?x=1",
        "https://kiosk.example#x",
        "https://me@kiosk.example",
        "https://kiosk.example:0",
        "https://kiosk.example:70000",
        "https://[2001:db8::1]",
        "https://kiosk example"
      })
  void anythingElseIsRefused(String given) {
    assertThatThrownBy(() -> BaseUrl.parse(given))
        .isInstanceOf(LaunchRefusal.class)
        .hasMessageContaining(given);
  }

  @Test
  void withoutOneOthersAreSentToWhereTheServerListensIfTheyReachIt() {
    assertThat(new Listener("192.0.2.1", 8080).findUrlForOthers())
        .contains("http://192.0.2.1:8080");
    assertThat(new Listener("127.0.0.1", 8080).findUrlForOthers()).isEmpty();
    assertThat(new Listener("0.0.0.0", 8080).findUrlForOthers()).isEmpty();
  }
}
