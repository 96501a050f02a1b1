package de.lokalwillkommen.web.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Where a request came from, to tell those who share a limit. If the operator has named a base URL,
 * there is a proxy: what a proxy on this machine says of the client is believed, from any other
 * neighbour it is not. What comes from this machine without such a word has no address.
 */
@ApplicationScoped
public class ClientAddress {

  private static final String FORWARDED_FOR = "X-Forwarded-For";

  /** Only literal addresses: a name would be looked up. */
  private static final Pattern LITERAL = Pattern.compile("[0-9a-fA-F.:]{2,45}");

  private boolean behindProxy;

  protected ClientAddress() {}

  @Inject
  public ClientAddress(@ConfigProperty(name = "lw.base-url") Optional<URI> baseUrl) {
    this.behindProxy = baseUrl.isPresent();
  }

  /** The address of a client; empty if it cannot be told. */
  public Optional<String> find(HttpServletRequest request) {
    Optional<InetAddress> neighbour = parse(request.getRemoteAddr());
    if (neighbour.filter(InetAddress::isLoopbackAddress).isEmpty()) {
      return neighbour.map(InetAddress::getHostAddress);
    }
    return Optional.ofNullable(request.getHeader(FORWARDED_FOR))
        .filter(header -> behindProxy)
        // the last entry is the proxy's own; those before are whatever the client has sent
        .map(header -> header.substring(header.lastIndexOf(',') + 1).strip())
        .flatMap(ClientAddress::parse)
        .map(InetAddress::getHostAddress);
  }

  private static Optional<InetAddress> parse(String text) {
    if (text == null || !LITERAL.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.getByName(text));
    } catch (UnknownHostException noAddress) {
      return Optional.empty();
    }
  }
}
