package de.lokalwillkommen.server.launch.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.lokalwillkommen.server.launch.host.LaunchRefusal;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClusterTest {
  private static final List<String> MEMBERS = List.of("10.0.0.1:5701", "10.0.0.2:5702");

  @Test
  void noMembersMeanNoCluster() {
    assertThat(Cluster.of(null, null).isWanted()).isFalse();
  }

  @Test
  void theFirstMemberIsThisServerUnlessSaidOtherwise() {
    assertThat(Cluster.of(MEMBERS, null).hazelcastConfiguration())
        .contains("<interface>10.0.0.1</interface>", "<port auto-increment=\"false\">5701</port>");
    assertThat(Cluster.of(MEMBERS, "10.0.0.2:5702").hazelcastConfiguration())
        .contains("<interface>10.0.0.2</interface>", "<port auto-increment=\"false\">5702</port>");
  }

  @Test
  void membersAreNamedAndNeverSearchedFor() {
    assertThat(Cluster.of(MEMBERS, null).hazelcastConfiguration())
        .contains("<member>10.0.0.1:5701</member>", "<member>10.0.0.2:5702</member>")
        .contains("<multicast enabled=\"false\"/>", "<auto-detection enabled=\"false\"/>")
        .contains("<property name=\"hazelcast.socket.server.bind.any\">false</property>");
  }

  /** Addresses for documentation belong to no machine (RFC 5737). */
  @Test
  void anAddressOfAnotherMachineIsRefusedWithItsReason() {
    assertThatThrownBy(() -> Cluster.of(List.of("192.0.2.1:5701"), null).checkOwnAddress())
        .isInstanceOf(LaunchRefusal.class)
        .hasMessageContaining("192.0.2.1:5701")
        .hasMessageContaining("--cluster-bind");
    Cluster.of(List.of("127.0.0.1:0"), null).checkOwnAddress();
    Cluster.of(null, null).checkOwnAddress();
  }

  @Test
  void aMemberIsAHostWithAPort() {
    for (String wrong : List.of("10.0.0.1", "10.0.0.1:", ":5701", "a b:1", "<x>:1")) {
      assertThatThrownBy(() -> Cluster.of(List.of(wrong), null))
          .isInstanceOf(LaunchRefusal.class)
          .hasMessageContaining("HOST:PORT");
    }
  }
}
