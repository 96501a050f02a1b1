package de.lokalwillkommen.server.front;

import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.web.security.shared.ClientNetworks;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MonitoringAccessTest {
  private static final InetAddress SELF = address("127.0.0.1");
  private static final InetAddress PROXY = address("10.0.0.5");
  private static final InetAddress WATCHER = address("10.0.0.9");
  private static final InetAddress STRANGER = address("203.0.113.7");
  private static final List<String> DIRECT = List.of();

  @Test
  void thisMachineIsAdmittedAndStrangersAreNot() {
    MonitoringAccess access = access(Set.of(), false);

    assertThat(access.admits(SELF, DIRECT)).isTrue();
    assertThat(access.admits(address("::1"), DIRECT)).isTrue();
    assertThat(access.admits(STRANGER, DIRECT)).isFalse();
    assertThat(access.admits(WATCHER, DIRECT)).isTrue();
  }

  @Test
  void aStrangerBehindTheNamedProxyIsNotTakenForTheProxy() {
    MonitoringAccess access = access(Set.of(SELF), true);

    assertThat(access.admits(SELF, List.of("203.0.113.7"))).isFalse();
    assertThat(access.admits(SELF, List.of("127.0.0.1, 203.0.113.7"))).isFalse();
    assertThat(access.admits(SELF, List.of("10.0.0.9"))).isTrue();
    assertThat(access(Set.of(PROXY), true).admits(PROXY, List.of("127.0.0.1"))).isFalse();
    assertThat(access.admits(SELF, DIRECT)).isTrue();
  }

  @Test
  void aStrangerBehindAProxyThatIsNotNamedIsNotTakenForThisMachine() {
    assertThat(access(Set.of(), true).admits(SELF, DIRECT)).isFalse();
    assertThat(access(Set.of(), true).admits(WATCHER, DIRECT)).isTrue();
    assertThat(access(Set.of(), false).admits(SELF, List.of("127.0.0.1"))).isFalse();
  }

  @Test
  void noHeaderMakesAStrangerAnotherMachine() {
    MonitoringAccess access = access(Set.of(PROXY), true);

    assertThat(access.admits(STRANGER, List.of("127.0.0.1"))).isFalse();
    assertThat(access.admits(STRANGER, List.of("10.0.0.9"))).isFalse();
    assertThat(access.admits(PROXY, List.of("nonsense"))).isFalse();
    assertThat(access.admits(PROXY, List.of(""))).isFalse();
  }

  private static MonitoringAccess access(Set<InetAddress> proxies, boolean behindProxy) {
    return new MonitoringAccess(Set.of(WATCHER), new ClientNetworks(proxies, behindProxy));
  }

  private static InetAddress address(String literal) {
    try {
      return InetAddress.getByName(literal);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
