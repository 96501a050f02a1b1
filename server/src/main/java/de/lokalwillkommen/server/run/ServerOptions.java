package de.lokalwillkommen.server.run;

import de.lokalwillkommen.web.security.shared.InstallationKey;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The options that the launcher passes to the server.
 *
 * @param distribution the unpacked distribution
 * @param work files of this run: Payara's domain, the lock, the cluster's configuration
 * @param key the file with the key of this installation
 * @param keyFingerprint of that key
 * @param diskReserve megabytes: new work is refused with less than this left on the disk
 * @param baseUrl where browsers reach the server, port included, if a proxy stands before it
 * @param proxies the addresses of proxies that the operator has named
 * @param monitors the addresses that may use the endpoints for monitoring, beside this machine
 * @param demoTime the local time at which a demonstration begins, empty for the present
 */
record ServerOptions(
    Path distribution,
    Path work,
    String host,
    int port,
    boolean demo,
    boolean cluster,
    Path key,
    String keyFingerprint,
    int diskReserve,
    Optional<URI> baseUrl,
    Set<InetAddress> proxies,
    Set<InetAddress> monitors,
    String demoTime) {

  static ServerOptions parse(String[] arguments) {
    return new ServerOptions(
        Path.of(arguments[0]),
        Path.of(arguments[1]),
        arguments[2],
        Integer.parseInt(arguments[3]),
        Boolean.parseBoolean(arguments[4]),
        Boolean.parseBoolean(arguments[5]),
        Path.of(arguments[6]),
        arguments[7],
        Integer.parseInt(arguments[8]),
        Optional.of(arguments[9]).filter(url -> !url.isEmpty()).map(URI::create),
        addresses(arguments[10]),
        addresses(arguments[11]),
        arguments[12]);
  }

  private static Set<InetAddress> addresses(String list) {
    return Stream.of(list.split(","))
        .filter(address -> !address.isEmpty())
        .map(ServerOptions::address)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Parses an address; the launcher passes IP addresses only, so none is looked up. */
  private static InetAddress address(String literal) {
    try {
      return InetAddress.getByName(literal);
    } catch (UnknownHostException noAddress) {
      throw new UncheckedIOException(noAddress);
    }
  }

  /** The key of this installation. */
  InstallationKey installationKey() throws IOException {
    return new InstallationKey(Files.readAllBytes(key));
  }

  /** The data directory. */
  Path data() {
    return work.toAbsolutePath().getParent();
  }

  Path domain() {
    return work.resolve("domain");
  }

  /** The address at which subcommands reach this server. */
  Path subcommands() {
    return work.resolve("server.sock");
  }

  /** The names of the applications, which are also their context roots. */
  List<String> applications() {
    return List.of("kiosk", "display", "admin");
  }

  Path archiveOf(String application) {
    return distribution.resolve("apps").resolve(application + ".war");
  }

  List<Path> databaseLibraries() throws IOException {
    try (Stream<Path> jars = Files.list(distribution.resolve("database"))) {
      return jars.sorted().toList();
    }
  }

  /**
   * Locks the data directory until this server has closed everything; the launcher of the next run
   * waits for the lock.
   */
  Closeable takeLock() throws IOException {
    FileChannel lock =
        FileChannel.open(
            work.resolve("server.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (lock.tryLock() == null) {
      throw new ServerRefusal("another server still uses this data directory");
    }
    return lock;
  }
}
