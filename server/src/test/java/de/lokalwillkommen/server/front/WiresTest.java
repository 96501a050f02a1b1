package de.lokalwillkommen.server.front;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.Set;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.Grizzly;
import org.glassfish.grizzly.attributes.AttributeHolder;
import org.glassfish.grizzly.monitoring.DefaultMonitoringConfig;
import org.junit.jupiter.api.Test;

class WiresTest {

  private static final String PROXY = "10.0.0.5";

  private final KnownCallers known = new KnownCallers();

  private static boolean isOneMoreAdmitted(Wires wires, String address)
      throws UnknownHostException {
    for (int i = 0; i < Limits.usual().perAddress(); i++) {
      assertThat(wires.admit(from(address))).isTrue();
    }
    return wires.admit(from(address));
  }

  private Wires wires(boolean behindProxy, Set<InetAddress> proxies) {
    Limits limits = Limits.usual();
    return new Wires(limits, known, new Budget(limits.memory()), behindProxy, proxies);
  }

  @SuppressWarnings("unchecked")
  private static Connection<SocketAddress> from(String address) throws UnknownHostException {
    AttributeHolder attributes = Grizzly.DEFAULT_ATTRIBUTE_BUILDER.createSafeAttributeHolder();
    SocketAddress peer = new InetSocketAddress(InetAddress.getByName(address), 1234);
    return (Connection<SocketAddress>)
        Proxy.newProxyInstance(
            WiresTest.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, call, arguments) ->
                switch (call.getName()) {
                  case "getPeerAddress" -> peer;
                  case "getAttributes" -> attributes;
                  case "getMonitoringConfig" -> new DefaultMonitoringConfig<>(Object.class);
                  case "getMaxAsyncWriteQueueSize" -> 1;
                  case "setMaxAsyncWriteQueueSize", "addCloseListener" -> null;
                  default -> throw new UnsupportedOperationException(call.getName());
                });
  }

  @Test
  void oneAddressHasItsPlacesAndNoMore() throws UnknownHostException {
    assertThat(isOneMoreAdmitted(wires(false, Set.of()), PROXY)).isFalse();
  }

  @Test
  void aNamedProxyHasThoseOfAllItsClientsAlsoWithoutABaseUrl() throws UnknownHostException {
    Wires wires = wires(false, Set.of(InetAddress.getByName(PROXY)));

    assertThat(isOneMoreAdmitted(wires, PROXY)).isTrue();
    assertThat(isOneMoreAdmitted(wires, "10.0.0.6")).isFalse();
  }

  @Test
  void withABaseUrlAloneTheProxyIsWhereKnownCallersComeFrom() throws UnknownHostException {
    known.learn(Optional.of("a token"), PROXY);
    Wires wires = wires(true, Set.of());

    assertThat(isOneMoreAdmitted(wires, PROXY)).isTrue();
    assertThat(isOneMoreAdmitted(wires, "10.0.0.6")).isFalse();
  }

  @Test
  void aClientThatBypassesANamedProxyHasThePlacesOfOne() throws UnknownHostException {
    Wires wires = wires(true, Set.of(InetAddress.getByName(PROXY)));
    known.learn(Optional.of("a token"), "10.0.0.6");

    assertThat(isOneMoreAdmitted(wires, PROXY)).isTrue();
    assertThat(isOneMoreAdmitted(wires, "10.0.0.6")).isFalse();
  }
}
