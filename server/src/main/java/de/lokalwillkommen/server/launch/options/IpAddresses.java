package de.lokalwillkommen.server.launch.options;

import de.lokalwillkommen.server.launch.host.LaunchRefusal;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Lists of IP addresses in options. */
final class IpAddresses {
  private static final String OCTET = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";

  /** Addresses only: a name would have to be looked up, and its owner may change. */
  private static final Pattern ADDRESS =
      Pattern.compile(OCTET + "(\\." + OCTET + "){3}|(?!\\.)[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

  private IpAddresses() {}

  /**
   * The addresses as the applications read them, with commas between them.
   *
   * @param option the name of the option, for the refusal
   * @throws LaunchRefusal if an entry is not an address
   */
  static String list(String option, List<String> given) {
    return given.stream().map(entry -> address(option, entry)).collect(Collectors.joining(","));
  }

  private static String address(String option, String given) {
    String address = given.strip();
    if (!ADDRESS.matcher(address).matches()) {
      throw new LaunchRefusal(option + " takes IP addresses, not " + given);
    }
    try {
      return InetAddress.getByName(address).getHostAddress();
    } catch (UnknownHostException noAddress) {
      throw new LaunchRefusal(option + " takes IP addresses, not " + given, noAddress);
    }
  }
}
