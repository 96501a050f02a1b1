package de.lokalwillkommen.server.launch.options;

import de.lokalwillkommen.server.launch.host.LaunchRefusal;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.util.Optional;

/** The address at which HTTP is served. */
public final class Listener {
  private static final int HIGHEST_PORT = 65_535;

  private final String host;
  private final InetAddress address;
  private final int port;

  public Listener(String host, int port) {
    if (port < 1 || port > HIGHEST_PORT) {
      throw new WrongOption("--port must be between 1 and " + HIGHEST_PORT + ", not " + port);
    }
    try {
      this.address = InetAddress.getByName(host);
    } catch (UnknownHostException e) {
      throw new LaunchRefusal("--host " + host + " is not an address of this machine", e);
    }
    this.host = host;
    this.port = port;
  }

  public boolean isLoopback() {
    return address.isLoopbackAddress();
  }

  public void checkFree() {
    try (ServerSocket probe = new ServerSocket()) {
      // as the server does: connections of the previous run may still be closing
      probe.setReuseAddress(true);
      probe.bind(new InetSocketAddress(address, port));
    } catch (IOException e) {
      throw new LaunchRefusal("cannot listen on " + host + ":" + port + ": " + e.getMessage(), e);
    }
  }

  public String address() {
    return address.getHostAddress();
  }

  public int port() {
    return port;
  }

  /**
   * The address for other machines; empty if the server listens on loopback or on all addresses.
   */
  public Optional<String> findUrlForOthers() {
    return isLoopback() || address.isAnyLocalAddress() ? Optional.empty() : Optional.of(url());
  }

  /**
   * What the operator has to know of who can read along.
   *
   * @param behindTls whether browsers reach the server through a proxy with TLS
   */
  public Optional<String> findWarning(boolean behindTls) {
    return isLoopback() || behindTls
        ? Optional.empty()
        : Optional.of(
            "warning: passwords and codes travel unencrypted to "
                + host
                + "; put a proxy with TLS before the server and name it by --base-url");
  }

  public String url() {
    boolean literalIpv6 = address instanceof Inet6Address && host.contains(":");
    return "http://" + (literalIpv6 ? "[" + host + "]" : host) + ":" + port;
  }
}
