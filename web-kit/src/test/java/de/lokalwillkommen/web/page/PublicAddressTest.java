package de.lokalwillkommen.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PublicAddressTest {

  @Test
  void phonesAreSentToTheBaseUrl() {
    assertThat(at("https://kiosk.example/").of(request(), "/kiosk/t/abc"))
        .isEqualTo("https://kiosk.example/kiosk/t/abc");
  }

  @Test
  void withoutABaseUrlPhonesAreSentWhereTheScreenIs() {
    assertThat(at(null).of(request(), "/kiosk/t/abc"))
        .isEqualTo("http://10.0.0.5:8080/kiosk/t/abc");
  }

  private static PublicAddress at(String baseUrl) {
    return new PublicAddress(Optional.ofNullable(baseUrl).map(URI::create));
  }

  private static HttpServletRequest request() {
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            PublicAddressTest.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, call, arguments) ->
                switch (call.getName()) {
                  case "getRequestURL" -> new StringBuffer("http://10.0.0.5:8080/kiosk/hoerde");
                  default -> throw new UnsupportedOperationException(call.getName());
                });
  }
}
