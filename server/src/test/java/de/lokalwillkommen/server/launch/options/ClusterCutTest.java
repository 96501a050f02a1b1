package de.lokalwillkommen.server.launch.options;

import static org.awaitility.Awaitility.await;

import com.hazelcast.config.Config;
import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.topic.ITopic;
import de.lokalwillkommen.server.system.FreePorts;
import de.lokalwillkommen.server.system.UnreliableNetwork;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two servers of a cluster whose connection loses all packets for a while. */
class ClusterCutTest {

  /** By default Hazelcast notices a cut after one minute, and its end after up to two. */
  private static final Duration SOON = Duration.ofSeconds(40);

  private final int firstPort = FreePorts.next();
  private final int secondPort = FreePorts.next();
  private final UnreliableNetwork toFirst = new UnreliableNetwork(firstPort);
  private final UnreliableNetwork toSecond = new UnreliableNetwork(secondPort);
  private final List<HazelcastInstance> servers = new ArrayList<>();

  @AfterEach
  void stop() throws IOException {
    servers.forEach(server -> server.getLifecycleService().terminate());
    toFirst.close();
    toSecond.close();
  }

  /** Each knows the other by the address of the proxy that leads there. */
  private HazelcastInstance start(UnreliableNetwork itself, int port) {
    List<String> members = List.of("127.0.0.1:" + toFirst.port(), "127.0.0.1:" + toSecond.port());
    Config config =
        Config.loadFromString(Cluster.of(members, "127.0.0.1:" + port).hazelcastConfiguration());
    config.getNetworkConfig().setPublicAddress("127.0.0.1:" + itself.port());
    HazelcastInstance server = Hazelcast.newHazelcastInstance(config);
    servers.add(server);
    return server;
  }

  @Test
  void serversThatWereCutOffHearEachOtherSoonAfterTheNetworkIsBack() {
    HazelcastInstance first = start(toFirst, firstPort);
    HazelcastInstance second = start(toSecond, secondPort);
    Set<String> heard = ConcurrentHashMap.newKeySet();
    for (HazelcastInstance server : servers) {
      server
          .<String>getTopic("calls")
          .addMessageListener(message -> heard.add(server.getName() + message.getMessageObject()));
    }
    awaitHearing(first, second, heard);

    toFirst.freeze();
    toSecond.freeze();
    await().atMost(SOON).until(() -> size(first) == 1 && size(second) == 1);

    toFirst.loseConnections();
    toSecond.loseConnections();
    heard.clear();
    awaitHearing(first, second, heard);
    heard.clear();
    awaitHearing(second, first, heard);
  }

  private static int size(HazelcastInstance server) {
    return server.getCluster().getMembers().size();
  }

  private static void awaitHearing(
      HazelcastInstance from, HazelcastInstance to, Set<String> heard) {
    ITopic<String> topic = from.getTopic("calls");
    await()
        .atMost(SOON)
        .until(
            () -> {
              topic.publish(from.getName());
              return heard.contains(to.getName() + from.getName());
            });
  }
}
