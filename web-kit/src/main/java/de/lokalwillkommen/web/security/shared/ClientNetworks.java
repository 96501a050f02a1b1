package de.lokalwillkommen.web.security.shared;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Determines the network from which a request comes. A proxy's header counts only if the operator
 * has named the proxy, since any client can send the header. If all requests come through an
 * unnamed proxy, their senders cannot be told apart, and there is no network.
 */
public final class ClientNetworks {

  /** The header in which a proxy names its client. */
  public static final String FORWARDED = "X-Forwarded-For";

  private final Set<InetAddress> proxies;
  private final boolean behindUnnamedProxy;

  /**
   * @param proxies those that the operator has named
   * @param behindProxy whether all requests come through a proxy, named or not
   */
  public ClientNetworks(Set<InetAddress> proxies, boolean behindProxy) {
    this.proxies = Set.copyOf(proxies);
    this.behindUnnamedProxy = behindProxy && proxies.isEmpty();
  }

  /**
   * The network of a client; empty if unknown.
   *
   * @param peer from where the connection comes
   * @param forwarded the values of {@link #FORWARDED}
   */
  public Optional<Network> find(InetAddress peer, List<String> forwarded) {
    if (proxies.contains(peer)) {
      return findForwarded(forwarded).map(Network::of);
    }
    return behindUnnamedProxy || peer.isLoopbackAddress()
        ? Optional.empty()
        : Optional.of(Network.of(peer));
  }

  /**
   * The address of a client; empty if unknown. A header of a sender that is not a named proxy is no
   * evidence of where the request comes from, but of a proxy, or of a forgery.
   *
   * @param peer from where the connection comes
   * @param forwarded the values of {@link #FORWARDED}
   */
  public Optional<InetAddress> findAddress(InetAddress peer, List<String> forwarded) {
    if (forwarded.isEmpty()) {
      return behindUnnamedProxy ? Optional.empty() : Optional.of(peer);
    }
    return proxies.contains(peer) ? findForwarded(forwarded) : Optional.empty();
  }

  /** The last address that is not a proxy's own: earlier ones are claims of the client. */
  private Optional<InetAddress> findForwarded(List<String> forwarded) {
    List<String> hops =
        forwarded.stream().flatMap(header -> Arrays.stream(header.split(","))).toList();
    for (int i = hops.size() - 1; i >= 0; i--) {
      Optional<InetAddress> hop = Network.findAddress(hops.get(i));
      if (hop.isEmpty() || !proxies.contains(hop.get())) {
        return hop;
      }
    }
    return Optional.empty();
  }
}
