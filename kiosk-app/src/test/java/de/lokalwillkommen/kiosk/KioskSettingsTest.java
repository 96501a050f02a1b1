package de.lokalwillkommen.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KioskSettingsTest {

  @Test
  void phonesAreSentToTheBaseUrl() {
    assertThat(settings("https://kiosk.example").phoneAddress(request(), "abc"))
        .isEqualTo("https://kiosk.example/kiosk/t/abc");
  }

  @Test
  void withoutABaseUrlPhonesAreSentWhereTheKioskIs() {
    assertThat(settings(null).phoneAddress(request(), "abc"))
        .isEqualTo("http://10.0.0.5:8080/kiosk/t/abc");
  }

  private static KioskSettings settings(String baseUrl) {
    return new KioskSettings(
        45, 20, 40, Optional.ofNullable(baseUrl).map(URI::create), Optional.empty());
  }

  private static HttpServletRequest request() {
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            KioskSettingsTest.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, call, arguments) ->
                switch (call.getName()) {
                  case "getContextPath" -> "/kiosk";
                  case "getRequestURL" -> new StringBuffer("http://10.0.0.5:8080/kiosk/hoerde");
                  default -> throw new UnsupportedOperationException(call.getName());
                });
  }
}
