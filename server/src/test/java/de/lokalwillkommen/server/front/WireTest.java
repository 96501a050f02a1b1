package de.lokalwillkommen.server.front;

import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.core.kernel.AtOnce;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.Grizzly;
import org.glassfish.grizzly.attributes.AttributeHolder;
import org.glassfish.grizzly.monitoring.DefaultMonitoringConfig;
import org.junit.jupiter.api.Test;

class WireTest {

  private static final int ROUNDS = 2_000;

  private final Wire wire =
      new Wire(connection(), InetAddress.getLoopbackAddress(), new Budget(1_000));

  @SuppressWarnings("unchecked")
  private static Connection<SocketAddress> connection() {
    AttributeHolder attributes = Grizzly.DEFAULT_ATTRIBUTE_BUILDER.createSafeAttributeHolder();
    return (Connection<SocketAddress>)
        Proxy.newProxyInstance(
            WireTest.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, call, arguments) ->
                switch (call.getName()) {
                  case "getAttributes" -> attributes;
                  case "getMonitoringConfig" -> new DefaultMonitoringConfig<>(Object.class);
                  case "getMaxAsyncWriteQueueSize" -> 1;
                  default -> throw new UnsupportedOperationException(call.getName());
                });
  }

  @Test
  void aStageThatHasEndedIsNotLeftAgainThoughTheConnectionIsIdleOnceMore() {
    wire.enter(Wire.Phase.IDLE);
    Wire.Stage before = wire.stage();
    wire.enter(Wire.Phase.BUSY);
    wire.enter(Wire.Phase.IDLE);

    assertThat(wire.leave(before, Wire.Phase.REFUSED)).isFalse();
    assertThat(wire.phase()).isEqualTo(Wire.Phase.IDLE);
  }

  @Test
  void aRequestThatArrivesAsItsConnectionIsTooOldIsEitherTakenOrCutOff() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      wire.enter(Wire.Phase.IDLE);
      Wire.Stage idle = wire.stage();

      List<Callable<Boolean>> both =
          List.of(
              () -> idle.isOver(Duration.ZERO) && wire.leave(idle, Wire.Phase.REFUSED),
              () -> wire.leave(Wire.Phase.IDLE, Wire.Phase.HEAD));
      assertThat(AtOnce.race(both.size(), both::get)).containsExactlyInAnyOrder(true, false);
    }
  }
}
