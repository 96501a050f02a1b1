package de.lokalwillkommen.web.security.shared;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The part of an IP address by which clients are distinguished: an IPv4 address as a whole, because
 * an office or thousands of phones share one behind NAT and its neighbours are unrelated; the first
 * 56 bits of an IPv6 address, because one household or server may use all addresses below them.
 *
 * @param prefix the bits in hexadecimal
 */
public record Network(String prefix) {

  private static final int IPV6_PREFIX_BYTES = 7;

  /** The form of an IPv4 address; any other text could be a host name, which would be looked up. */
  private static final String OCTET = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";

  private static final Pattern IPV4 = Pattern.compile(OCTET + "(\\." + OCTET + "){3}");
  private static final Pattern IPV6 = Pattern.compile("(?!\\.)[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

  /** The network of an address. */
  public static Network of(InetAddress address) {
    byte[] bits = address.getAddress();
    byte[] kept = address instanceof Inet6Address ? Arrays.copyOf(bits, IPV6_PREFIX_BYTES) : bits;
    return new Network(HexFormat.of().formatHex(kept));
  }

  /** Parses an address; a host name is refused, and never looked up. */
  public static Optional<InetAddress> findAddress(String text) {
    String literal = text.strip();
    if (!IPV4.matcher(literal).matches() && !IPV6.matcher(literal).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.getByName(literal));
    } catch (UnknownHostException noAddress) {
      return Optional.empty();
    }
  }
}
