package de.lokalwillkommen.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClientAddressTest {

  private static final ClientAddress ALONE = new ClientAddress(Optional.empty());
  private static final ClientAddress BEHIND_PROXY =
      new ClientAddress(Optional.of(URI.create("https://kiosk.example")));

  private static HttpServletRequest request(String neighbour, String forwardedFor) {
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            ClientAddressTest.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (self, method, arguments) ->
                method.getName().equals("getRemoteAddr") ? neighbour : forwardedFor);
  }

  @Test
  void aNeighbourIsKnownByItsOwnAddressWhateverItSays() {
    assertThat(ALONE.find(request("192.0.2.7", "203.0.113.9"))).contains("192.0.2.7");
    assertThat(BEHIND_PROXY.find(request("192.0.2.7", "203.0.113.9"))).contains("192.0.2.7");
  }

  @Test
  void theProxyOnThisMachineIsBelievedAndWhatTheClientSaidBeforeIsNot() {
    assertThat(BEHIND_PROXY.find(request("127.0.0.1", "203.0.113.9"))).contains("203.0.113.9");
    assertThat(BEHIND_PROXY.find(request("127.0.0.1", "192.0.2.66, 203.0.113.9")))
        .contains("203.0.113.9");
    assertThat(BEHIND_PROXY.find(request("0:0:0:0:0:0:0:1", "2001:db8::9")))
        .contains("2001:db8:0:0:0:0:0:9");
  }

  @Test
  void withoutAProxyNobodyCanPretend() {
    assertThat(ALONE.find(request("127.0.0.1", "203.0.113.9"))).isEmpty();
  }

  @Test
  void whatIsNoAddressIsNone() {
    assertThat(BEHIND_PROXY.find(request("127.0.0.1", null))).isEmpty();
    assertThat(BEHIND_PROXY.find(request("127.0.0.1", "kiosk.example"))).isEmpty();
    assertThat(BEHIND_PROXY.find(request("127.0.0.1", "unknown"))).isEmpty();
  }
}
