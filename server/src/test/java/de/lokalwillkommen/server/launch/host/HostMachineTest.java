package de.lokalwillkommen.server.launch.host;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class HostMachineTest {

  private static Clock at(String instant) {
    return Clock.fixed(Instant.parse(instant), ZoneOffset.UTC);
  }

  @Test
  void aClockThatWasNeverSetIsRefused() {
    assertThatThrownBy(() -> HostMachine.requireSetClock(at("1970-01-01T00:03:00Z")))
        .isInstanceOf(LaunchRefusal.class)
        .hasMessageStartingWith("this machine's clock says 1970-01-01T00:03:00Z");
    assertThatCode(() -> HostMachine.requireSetClock(at("2026-01-01T00:00:00Z")))
        .doesNotThrowAnyException();
  }

  @Test
  void aMachineThatDoesNotKnowItsOwnNameIsToldWhatToDo() {
    assertThatThrownBy(
            () ->
                HostMachine.requireKnownName(
                    () -> {
                      throw new UnknownHostException(
                          "desk7: desk7: Temporary failure in name resolution");
                    }))
        .isInstanceOf(LaunchRefusal.class)
        .hasMessage(
            "this machine's own name desk7 does not resolve: add the line '127.0.1.1 desk7' to"
                + " /etc/hosts");
    assertThatCode(() -> HostMachine.requireKnownName(InetAddress::getLoopbackAddress))
        .doesNotThrowAnyException();
  }
}
