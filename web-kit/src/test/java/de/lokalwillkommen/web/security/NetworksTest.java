package de.lokalwillkommen.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.web.security.shared.Network;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.lang.reflect.Proxy;
import java.security.Principal;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworksTest {

  private static final Networks ALONE = new Networks(Optional.empty(), false);
  private static final Networks BEHIND = new Networks(Optional.of("10.0.0.1, 127.0.0.1"), true);

  static HttpServletRequest from(String peer, String... forwarded) {
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            NetworksTest.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, call, arguments) ->
                switch (call.getName()) {
                  case "getRemoteAddr" -> peer;
                  case "getHeaders" -> Collections.enumeration(List.of(forwarded));
                  case "getContextPath" -> "/admin";
                  default -> throw new UnsupportedOperationException(call.getName());
                });
  }

  /** A request by a signed-in person, or null. */
  static HttpServletRequest of(String login) {
    HttpServletRequest request = from("192.0.2.7");
    return new HttpServletRequestWrapper(request) {
      @Override
      public Principal getUserPrincipal() {
        return login == null ? null : () -> login;
      }
    };
  }

  private static Optional<String> prefix(Networks networks, String peer, String... forwarded) {
    return networks.find(from(peer, forwarded)).map(Network::prefix);
  }

  @Test
  void anIpv4AddressIsANetworkOfItsOwn() {
    assertThat(prefix(ALONE, "192.0.2.7")).contains("c0000207");
    assertThat(prefix(ALONE, "192.0.2.8")).contains("c0000208");
    assertThat(prefix(ALONE, "::ffff:192.0.2.7")).contains("c0000207");
  }

  @Test
  void theSameHouseholdHasTheSame56BitsOfIpv6() {
    assertThat(prefix(ALONE, "2001:db8:1:2ab::1"))
        .isEqualTo(prefix(ALONE, "2001:db8:1:2ff:9:8:7:6"))
        .contains("20010db8000102");
    assertThat(prefix(ALONE, "2001:db8:1:3ab::1")).contains("20010db8000103");
  }

  @Test
  void aClientsOwnHeaderIsNotTrusted() {
    assertThat(prefix(ALONE, "192.0.2.7", "198.51.100.1")).contains("c0000207");
    assertThat(prefix(BEHIND, "192.0.2.7", "198.51.100.1")).contains("c0000207");
  }

  @Test
  void aNamedProxyIsTrustedInWhatItAddsOnly() {
    assertThat(prefix(BEHIND, "10.0.0.1", "198.51.100.1")).contains("c6336401");
    assertThat(prefix(BEHIND, "10.0.0.1", "203.0.113.9, 198.51.100.1")).contains("c6336401");
    assertThat(prefix(BEHIND, "127.0.0.1", "203.0.113.9", "198.51.100.1, 10.0.0.1"))
        .contains("c6336401");
  }

  @Test
  void behindAnUnnamedProxyClientsCannotBeDistinguished() {
    Networks unnamed = new Networks(Optional.empty(), true);

    assertThat(prefix(unnamed, "10.0.0.1", "198.51.100.1")).isEmpty();
    assertThat(prefix(ALONE, "127.0.0.1")).isEmpty();
    assertThat(prefix(ALONE, "::1")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "unknown",
        "localhost",
        "dead.beef",
        "1.2.3",
        "1.2.3.4:80",
        "[::1]",
        "999.1.1.1",
        "1.1.1.256",
        "01.1.1.1",
        "::ffff:999.1.1.1",
        ".1:",
        ":::"
      })
  void hostNamesAreNeverLookedUp(String hop) {
    assertThat(prefix(BEHIND, "10.0.0.1", hop)).isEmpty();
  }

  @Test
  void aProxyThatAddsNothingDistinguishesNoClients() {
    assertThat(prefix(BEHIND, "10.0.0.1")).isEmpty();
  }
}
