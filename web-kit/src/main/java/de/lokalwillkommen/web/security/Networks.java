package de.lokalwillkommen.web.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Determines the network from which a request comes. A proxy's header counts only if the operator
 * has named the proxy, since any client can send the header. If all requests come through an
 * unnamed proxy, their senders cannot be told apart, and there is no network.
 */
@ApplicationScoped
public class Networks {

  private static final String FORWARDED = "X-Forwarded-For";

  private Set<InetAddress> proxies = Set.of();
  private boolean behindUnnamedProxy;

  protected Networks() {}

  @Inject
  public Networks(
      @ConfigProperty(name = "lw.trusted-proxies") Optional<String> proxies,
      @ConfigProperty(name = "lw.behind-proxy", defaultValue = "false") boolean behindProxy) {
    this.proxies =
        proxies.stream()
            .flatMap(list -> Arrays.stream(list.split(",")))
            .flatMap(address -> Network.findAddress(address).stream())
            .collect(Collectors.toUnmodifiableSet());
    this.behindUnnamedProxy = behindProxy && this.proxies.isEmpty();
  }

  /** The network of the client; empty if unknown. */
  public Optional<Network> find(HttpServletRequest request) {
    return findClient(request).map(Network::of);
  }

  private Optional<InetAddress> findClient(HttpServletRequest request) {
    Optional<InetAddress> peer = Network.findAddress(request.getRemoteAddr());
    if (peer.filter(proxies::contains).isPresent()) {
      return findForwarded(request);
    }
    return peer.filter(address -> !behindUnnamedProxy && !address.isLoopbackAddress());
  }

  /** The last address that is not a proxy's own: earlier ones are claims of the client. */
  private Optional<InetAddress> findForwarded(HttpServletRequest request) {
    List<String> hops =
        Collections.list(request.getHeaders(FORWARDED)).stream()
            .flatMap(header -> Arrays.stream(header.split(",")))
            .toList();
    for (int i = hops.size() - 1; i >= 0; i--) {
      Optional<InetAddress> hop = Network.findAddress(hops.get(i));
      if (hop.isEmpty() || !proxies.contains(hop.get())) {
        return hop;
      }
    }
    return Optional.empty();
  }
}
