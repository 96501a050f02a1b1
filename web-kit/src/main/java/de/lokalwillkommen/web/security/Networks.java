package de.lokalwillkommen.web.security;

import de.lokalwillkommen.web.security.shared.ClientNetworks;
import de.lokalwillkommen.web.security.shared.Network;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Determines the network from which a request comes, see {@link ClientNetworks}. */
@ApplicationScoped
public class Networks {

  private ClientNetworks clients = new ClientNetworks(Set.of(), false);

  protected Networks() {}

  @Inject
  public Networks(
      @ConfigProperty(name = "lw.trusted-proxies") Optional<String> proxies,
      @ConfigProperty(name = "lw.behind-proxy", defaultValue = "false") boolean behindProxy) {
    this.clients =
        new ClientNetworks(
            proxies.stream()
                .flatMap(list -> Arrays.stream(list.split(",")))
                .flatMap(address -> Network.findAddress(address).stream())
                .collect(Collectors.toUnmodifiableSet()),
            behindProxy);
  }

  /** The network of the client; empty if unknown. */
  public Optional<Network> find(HttpServletRequest request) {
    return Network.findAddress(request.getRemoteAddr())
        .flatMap(
            peer ->
                clients.find(peer, Collections.list(request.getHeaders(ClientNetworks.FORWARDED))));
  }
}
