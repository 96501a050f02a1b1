package de.lokalwillkommen.core.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookHostsTest {

  private static final WebhookHosts STRICT = new WebhookHosts(Set.of());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://example.org",
        "https://hooks.example.org:8443/a/b?key=1",
        "HTTPS://EXAMPLE.ORG/"
      })
  void anAddressOnThePublicNetworkIsAccepted(String address) {
    assertThat(STRICT.find(address)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "example.org",
        "http://example.org/",
        "ftp://example.org/",
        "file:///etc/passwd",
        "https:example.org",
        "https:///a",
        "https://user:word@example.org/",
        "https://example.org/#part",
        "https://example.org:0/",
        "https://example.org:70000/",
        "https://example.org/a b",
        "https://localhost/",
        "http://localhost:8080/",
        "https://127.0.0.1/",
        "https://[::1]/",
        "https://10.0.0.7/",
        "https://192.168.1.1/",
        "https://169.254.169.254/latest",
        "https://8.8.8.8/",
        "https://0x7f000001/",
        "https://2130706433/"
      })
  void anAddressElsewhereIsNot(String address) {
    assertThat(STRICT.find(address)).isEmpty();
  }

  @Test
  void anAddressIsNotLongerThanItsColumn() {
    assertThat(STRICT.find("https://example.org/" + "x".repeat(480))).isPresent();
    assertThat(STRICT.find("https://example.org/" + "x".repeat(481))).isEmpty();
  }

  @Test
  void theOperatorAllowsAHostOfTheInternalNetwork() throws UnknownHostException {
    WebhookHosts hosts = new WebhookHosts(Set.of(" LOCALHOST ", "10.0.0.7", "signs.intern", ""));

    assertThat(hosts.find("http://localhost:8080/")).isPresent();
    assertThat(hosts.find("https://10.0.0.7/")).isPresent();
    assertThat(hosts.find("http://10.0.0.7/")).as("without encryption").isEmpty();
    assertThat(hosts.find("https://10.0.0.8/")).isEmpty();
    List<InetAddress> internal = List.of(InetAddress.getByName("10.1.2.3"));
    assertThat(hosts.admits(URI.create("https://signs.intern/"), internal)).isTrue();
    assertThat(hosts.admits(URI.create("https://other.intern/"), internal)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "0.1.2.3",
        "10.0.0.1",
        "100.64.0.1",
        "127.0.0.1",
        "127.8.8.8",
        "169.254.169.254",
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.1",
        "192.0.2.1",
        "192.168.0.1",
        "198.18.0.1",
        "198.51.100.1",
        "203.0.113.1",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::ffff:10.0.0.1",
        "fe80::1",
        "fec0::1",
        "fc00::1",
        "fd12:3456::1",
        "ff02::1",
        "64:ff9b::a00:1",
        "2001::1",
        "2001:db8::1",
        "2002:a00:1::"
      })
  void aNameThatMeansAnInternalAddressIsRefused(String address) throws UnknownHostException {
    InetAddress internal = InetAddress.getByName(address);
    InetAddress open = InetAddress.getByName("93.184.216.34");
    URI receiver = URI.create("https://example.org/");

    assertThat(STRICT.admits(receiver, List.of(internal))).isFalse();
    assertThat(STRICT.admits(receiver, List.of(open, internal))).as("one of several").isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"93.184.216.34", "100.128.0.1", "172.32.0.1", "192.0.1.1", "2a00:1450::1"})
  void aNameThatMeansAPublicAddressIsAccepted(String address) throws UnknownHostException {
    assertThat(
            STRICT.admits(
                URI.create("https://example.org/"), List.of(InetAddress.getByName(address))))
        .isTrue();
  }

  @Test
  void aNameThatMeansNothingIsRefused() {
    assertThat(STRICT.admits(URI.create("https://example.org/"), List.of())).isFalse();
  }
}
