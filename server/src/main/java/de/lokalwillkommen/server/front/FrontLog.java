package de.lokalwillkommen.server.front;

import de.lokalwillkommen.web.security.shared.ClientNetworks;
import de.lokalwillkommen.web.security.shared.SecurityLines;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/** Writes to the security log what the front refuses. */
final class FrontLog {

  private static final String APP = "front";

  private final SecurityLines lines;
  private final ClientNetworks networks;

  FrontLog(SecurityLines lines, ClientNetworks networks) {
    this.lines = lines;
    this.networks = networks;
  }

  /**
   * Writes one offence.
   *
   * @param peer from where the client has connected
   * @param head the request, if there is one
   */
  void write(Violation offence, InetAddress peer, Optional<Head> head) {
    List<String> forwarded = head.map(h -> h.all(ClientNetworks.FORWARDED)).orElseGet(List::of);
    lines.write(
        offence.event(), Optional.empty(), networks.find(peer, forwarded), APP, offence.reason());
  }
}
