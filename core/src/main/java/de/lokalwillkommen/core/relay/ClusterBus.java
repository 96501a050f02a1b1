package de.lokalwillkommen.core.relay;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.topic.ITopic;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/**
 * Carries messages between the servers of a cluster, over the data grid of the application server.
 */
final class ClusterBus {

  private static final String DATA_GRID = "payara/Hazelcast";
  private static final String TOPIC = "lokal-willkommen";

  private final ITopic<String> topic;
  private final UUID registration;

  private ClusterBus(HazelcastInstance grid, Consumer<String> listener) {
    topic = grid.getTopic(TOPIC);
    registration =
        topic.addMessageListener(
            message -> {
              // this server has already received its own messages; after a network partition it may
              // be another member than before
              if (!grid.getCluster().getLocalMember().equals(message.getPublishingMember())) {
                listener.accept(message.getMessageObject());
              }
            });
  }

  /** The bus, if this server belongs to a cluster. */
  static Optional<ClusterBus> find(Consumer<String> listener) {
    try {
      Object grid = new InitialContext().lookup(DATA_GRID);
      return grid instanceof HazelcastInstance instance
          ? Optional.of(new ClusterBus(instance, listener))
          : Optional.empty();
    } catch (NamingException alone) {
      return Optional.empty();
    }
  }

  void send(String message) {
    topic.publish(message);
  }

  void close() {
    topic.removeMessageListener(registration);
  }
}
