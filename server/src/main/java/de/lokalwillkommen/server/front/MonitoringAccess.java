package de.lokalwillkommen.server.front;

import de.lokalwillkommen.web.security.shared.ClientNetworks;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who may use the endpoints for monitoring, which ask for no password: this machine itself, and the
 * addresses that the operator has named. A request that a proxy passes on comes from the proxy's
 * client.
 */
final class MonitoringAccess {

  private final Set<InetAddress> named;
  private final ClientNetworks clients;

  MonitoringAccess(Set<InetAddress> named, ClientNetworks clients) {
    this.named = Set.copyOf(named);
    this.clients = clients;
  }

  /**
   * Whether a request is admitted.
   *
   * @param peer from where the connection comes
   * @param forwarded the values of {@link ClientNetworks#FORWARDED}
   */
  boolean admits(InetAddress peer, List<String> forwarded) {
    Optional<InetAddress> client = clients.findAddress(peer, forwarded);
    if (forwarded.isEmpty()) {
      return named.contains(peer) || client.filter(MonitoringAccess::isOfThisMachine).isPresent();
    }
    // a proxy may itself stand behind a tunnel of this machine, so that its client only seems to
    return client.filter(named::contains).isPresent();
  }

  /** A server that listens on the address of a network is asked from that address, too. */
  private static boolean isOfThisMachine(InetAddress client) {
    try {
      return client.isLoopbackAddress() || NetworkInterface.getByInetAddress(client) != null;
    } catch (SocketException unknown) {
      return false;
    }
  }
}
