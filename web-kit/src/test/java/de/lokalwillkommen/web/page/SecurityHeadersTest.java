package de.lokalwillkommen.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SecurityHeadersTest {

  private final Map<String, String> headers = new TreeMap<>();

  @Test
  void aClientOverTlsGetsStrictTransportSecurity() throws Exception {
    assertThat(answer(true)).containsEntry("Strict-Transport-Security", "max-age=31536000");
    headers.clear();
    assertThat(answer(false)).doesNotContainKey("Strict-Transport-Security");
  }

  @Test
  void theHeadersAreSetBeforeThePageSendsAnything() throws Exception {
    Map<String, String> whenThePageBegins = answer(true);

    assertThat(whenThePageBegins).isEqualTo(headers).hasSize(8);
  }

  private Map<String, String> answer(boolean secure) throws Exception {
    Map<String, String> whenThePageBegins = new TreeMap<>();
    new SecurityHeaders()
        .doFilter(
            request(secure), response(), (asked, answered) -> whenThePageBegins.putAll(headers));
    return whenThePageBegins;
  }

  private static HttpServletRequest request(boolean secure) {
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            SecurityHeadersTest.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, call, arguments) ->
                switch (call.getName()) {
                  case "isSecure" -> secure;
                  default -> throw new UnsupportedOperationException(call.getName());
                });
  }

  private HttpServletResponse response() {
    return (HttpServletResponse)
        Proxy.newProxyInstance(
            SecurityHeadersTest.class.getClassLoader(),
            new Class<?>[] {HttpServletResponse.class},
            (proxy, call, arguments) ->
                switch (call.getName()) {
                  case "setHeader" -> {
                    headers.put((String) arguments[0], (String) arguments[1]);
                    yield null;
                  }
                  default -> throw new UnsupportedOperationException(call.getName());
                });
  }
}
