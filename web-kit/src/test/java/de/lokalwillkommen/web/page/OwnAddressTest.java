package de.lokalwillkommen.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A request to an office's own host, behind a proxy whose public address is configured. */
class OwnAddressTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://office.example:8080",
        "https://office.example:8080",
        "http://OFFICE.example:8080",
        "https://kiosk.example"
      })
  void isWhatWasAskedForOrTold(String origin) {
    assertThat(OwnAddress.isOrigin(origin, request())).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://office.example:8080.evil",
        "https://evil.office.example:8080",
        "https://evil-office.example:8080",
        "https://office.example:80800",
        "https://office.example:808",
        "https://office.example",
        "https://kiosk.example.evil",
        "https://kiosk.example:8443",
        "https://evilkiosk.example",
        "http://kiosk.example",
        "https://office.example:8080@evil.example",
        "https://evil.example/office.example:8080",
        "://office.example:8080",
        "office.example:8080",
        "null",
        ""
      })
  void isNothingThatOnlyLooksLikeIt(String origin) {
    assertThat(OwnAddress.isOrigin(origin, request())).isFalse();
  }

  private static HttpServletRequest request() {
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            OwnAddressTest.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, call, arguments) ->
                switch (call.getName()) {
                  case "getRequestURL" -> new StringBuffer("https://kiosk.example/display/hoerde");
                  case "getHeader" -> arguments[0].equals("Host") ? "office.example:8080" : null;
                  default -> throw new UnsupportedOperationException(call.getName());
                });
  }
}
