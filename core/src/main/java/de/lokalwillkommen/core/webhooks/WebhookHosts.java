package de.lokalwillkommen.core.webhooks;

import de.lokalwillkommen.core.kernel.Infrastructure;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * To which addresses messages may go. An administrator must not reach the internal network through
 * the server, so a host there takes the permission of the operator.
 */
@Infrastructure
public final class WebhookHosts {

  private static final int LONGEST = 500;
  private static final int HIGHEST_PORT = 65_535;
  private static final Pattern LITERAL = Pattern.compile("[0-9.]+|\\[.*]|0x.*|.*:.*");
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  private final Set<String> allowed;

  /**
   * @param allowed the hosts in an internal network that the operator allows
   */
  public WebhookHosts(Set<String> allowed) {
    this.allowed =
        allowed.stream()
            .map(host -> host.strip().toLowerCase(Locale.ROOT))
            .filter(host -> !host.isEmpty())
            .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * The address that a text means, if messages may go there as far as one can tell before the name
   * of the host is resolved: HTTPS, or HTTP to this machine if the operator allows it.
   */
  Optional<URI> find(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      return Optional.of(new URI(text)).filter(this::isAllowed);
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private boolean isAllowed(URI address) {
    String host = hostOf(address);
    if (host.isEmpty()
        || address.getRawUserInfo() != null
        || address.getRawFragment() != null
        || address.getPort() == 0
        || address.getPort() > HIGHEST_PORT) {
      return false;
    }
    boolean secure =
        "https".equalsIgnoreCase(address.getScheme())
            || "http".equalsIgnoreCase(address.getScheme()) && LOOPBACK.contains(host);
    // numbers hide an address in too many notations to be of use to people
    boolean named = !LITERAL.matcher(host).matches() && !LOOPBACK.contains(host);
    return secure && (named || allowed.contains(host));
  }

  private static String hostOf(URI address) {
    return Optional.ofNullable(address.getHost()).orElse("").toLowerCase(Locale.ROOT);
  }

  /**
   * Whether messages may go to all addresses that the name of a host has at this moment.
   *
   * @param address the address of a webhook
   * @param resolved what the name of its host means
   */
  public boolean admits(URI address, Collection<InetAddress> resolved) {
    return allowed.contains(hostOf(address))
        || !resolved.isEmpty() && resolved.stream().allMatch(WebhookHosts::isPublic);
  }

  /** Whether an address lies outside of all networks that are reserved for internal use. */
  static boolean isPublic(InetAddress address) {
    if (address.isAnyLocalAddress()
        || address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()) {
      return false;
    }
    byte[] bytes = address.getAddress();
    return address instanceof Inet4Address ? isPublic4(bytes) : isPublic6(bytes);
  }

  /** RFC 6890: this network, shared by providers, protocols, tests and what is reserved. */
  private static boolean isPublic4(byte[] bytes) {
    int first = bytes[0] & 0xff;
    int second = bytes[1] & 0xff;
    int third = bytes[2] & 0xff;
    return first != 0
        && first < 224
        && !(first == 100 && second >= 64 && second < 128)
        && !(first == 192 && second == 0 && (third == 0 || third == 2))
        && !(first == 198 && (second == 18 || second == 19 || second == 51 && third == 100))
        && !(first == 203 && second == 0 && third == 113);
  }

  /** Global unicast (2000::/3) that does not carry an IPv4 address by NAT64, 6to4 or Teredo. */
  private static boolean isPublic6(byte[] bytes) {
    int first = (bytes[0] & 0xff) << 8 | bytes[1] & 0xff;
    int second = (bytes[2] & 0xff) << 8 | bytes[3] & 0xff;
    return (bytes[0] & 0xe0) == 0x20
        && first != 0x2002
        && !(first == 0x2001 && (second == 0 || second == 0xdb8));
  }
}
