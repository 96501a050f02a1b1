package de.lokalwillkommen.server.system;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.lokalwillkommen.core.kernel.TestPostgresql;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A PostgreSQL on a machine of its own: a network namespace, connected with this one by a cable
 * that can be cut at either end, or lose every packet. Other programs of this machine notice
 * nothing of it.
 */
final class DatabaseMachine implements AutoCloseable {

  private static final int PORT = 5432;
  private static final String NOWHERE = "02:00:00:00:00:01";
  private static final Duration TO_START = Duration.ofSeconds(60);

  private final String name = "lwdb" + ProcessHandle.current().pid();
  private final String ourEnd = name + "a";
  private final String itsEnd = name + "b";
  private final String network = "10.213." + ProcessHandle.current().pid() % 250 + ".";
  private final Path data;
  private final Path binaries;
  private Process postgres;

  /**
   * @param folder for the database
   */
  DatabaseMachine(Path folder) throws IOException {
    data = folder.resolve("data");
    try (EmbeddedPostgres making =
        TestPostgresql.builder().setDataDirectory(data).setCleanDataDirectory(false).start()) {
      binaries = findBinaries(making);
    }
    Files.writeString(
        data.resolve("pg_hba.conf"),
        "\nhost all all " + network + "0/24 trust\n",
        StandardOpenOption.APPEND);
    ip("netns", "add", name);
    ip("link", "add", ourEnd, "type", "veth", "peer", "name", itsEnd, "netns", name);
    ip("address", "add", network + "1/24", "dev", ourEnd);
    ip("link", "set", ourEnd, "up");
    ip("-n", name, "address", "add", address() + "/24", "dev", itsEnd);
    ip("-n", name, "link", "set", itsEnd, "up");
    switchOn();
  }

  /** Skips the test, with a reason, where namespaces are not permitted. */
  static void assumePossible() {
    assumeTrue(
        attempt("unshare", "-n", "true") && attempt("ip", "netns", "list"),
        "a database on a machine of its own needs network namespaces: run as root, with iproute2");
  }

  /** Its JDBC address. */
  String url() {
    return "jdbc:postgresql://" + address() + ":" + PORT + "/postgres";
  }

  /** Opens a connection, as an administrator at the machine may. */
  Connection connect() throws SQLException {
    return DriverManager.getConnection(url() + "?connectTimeout=2&socketTimeout=5", "postgres", "");
  }

  /** Takes the network down at the server's end. */
  void unplugHere() {
    ip("link", "set", ourEnd, "down");
  }

  /** Takes the network down at the end of the database's machine. */
  void unplugThere() {
    ip("-n", name, "link", "set", itsEnd, "down");
  }

  /** Loses every packet, while both ends are up. */
  void losePackets() {
    ip("neigh", "replace", address(), "lladdr", NOWHERE, "dev", ourEnd, "nud", "permanent");
  }

  /** Repairs the network. */
  void plugIn() {
    ip("link", "set", ourEnd, "up");
    ip("-n", name, "link", "set", itsEnd, "up");
    ip("-n", name, "address", "replace", address() + "/24", "dev", itsEnd);
    attempt("ip", "neigh", "del", address(), "dev", ourEnd);
  }

  /** Kills all processes of the machine at once, without closing their connections. */
  void losePower() {
    unplugHere();
    List<ProcessHandle> all = new ArrayList<>(postgres.descendants().toList());
    all.add(postgres.toHandle());
    PowerCut.of(all);
  }

  /** Starts the database; returns at once. */
  void switchOn() throws IOException {
    Files.deleteIfExists(data.resolve("postmaster.pid"));
    // not as root, which PostgreSQL refuses
    postgres =
        new ProcessBuilder(
                "ip",
                "netns",
                "exec",
                name,
                "unshare",
                "-U",
                binaries.resolve("postgres").toString(),
                "-D",
                data.toString(),
                "-h",
                address(),
                "-p",
                String.valueOf(PORT),
                "-k",
                data.toString())
            .redirectErrorStream(true)
            .redirectOutput(data.resolveSibling("postgres.log").toFile())
            .start();
  }

  /** Waits until the database takes connections. */
  void awaitUp() {
    await()
        .atMost(TO_START)
        .ignoreExceptions()
        .until(
            () -> {
              try (Connection connection = connect()) {
                return connection.isValid(1);
              }
            });
  }

  @Override
  public void close() {
    losePower();
    ip("netns", "del", name);
  }

  private String address() {
    return network + "2";
  }

  private static Path findBinaries(EmbeddedPostgres postgres) {
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("select setting from pg_config where name = 'BINDIR'")) {
      row.next();
      return Path.of(row.getString(1));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void ip(String... arguments) {
    List<String> command = new ArrayList<>(List.of("ip"));
    command.addAll(List.of(arguments));
    if (!attempt(command.toArray(String[]::new))) {
      throw new IllegalStateException(String.join(" ", command) + " failed");
    }
  }

  private static boolean attempt(String... command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException noSuchProgram) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
