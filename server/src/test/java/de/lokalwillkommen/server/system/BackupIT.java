package de.lokalwillkommen.server.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.exceptionfactory.jagged.x25519.X25519KeyPairGenerator;
import de.lokalwillkommen.core.kernel.TestPostgresql;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.Key;
import java.security.KeyPair;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.derby.jdbc.EmbeddedDriver;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Backups of servers under full load, those that a server makes by itself among them, restored
 * elsewhere, on both databases. The property {@code backup.rounds} repeats them.
 */
class BackupIT {
  private static final int ROUNDS = Integer.getInteger("backup.rounds", 1);
  private static final int KIOSKS = 16;
  private static final int COUNTERS = 7;
  private static final int TICKETS_BEFORE = 300;

  private static EmbeddedPostgres postgresql;
  private static int databases;

  @TempDir private Path folder;

  @BeforeAll
  static void startPostgresql() throws IOException {
    postgresql = TestPostgresql.start();
  }

  @AfterAll
  static void stopPostgresql() throws IOException {
    postgresql.close();
  }

  /** Where a database is: its data directory and the options that name it. */
  private record Place(Path data, String url, List<String> options) {
    Ended run(String... subcommand) throws IOException, InterruptedException {
      return run(List.of(), List.of(subcommand));
    }

    Ended run(List<String> prefix, List<String> subcommand)
        throws IOException, InterruptedException {
      List<String> command = new ArrayList<>(prefix);
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      // a host whose locale has other letters and digits
      command.addAll(List.of("-Duser.language=tr", "-Duser.country=TR"));
      command.addAll(List.of("-jar", RunningServer.jar().toString()));
      command.addAll(subcommand);
      command.addAll(List.of("--data", data.toString()));
      command.addAll(options);
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      List<String> said = process.inputReader().lines().toList();
      return new Ended(process.waitFor(), said);
    }

    Connection connect() throws SQLException {
      // also if another test of this process has shut Derby down
      new EmbeddedDriver();
      return DriverManager.getConnection(url);
    }
  }

  /** How a subcommand has ended. */
  private record Ended(int status, List<String> said) {}

  private Place derby(String name) {
    Path data = folder.resolve(name);
    return new Place(data, "jdbc:derby:" + data.resolve("derby"), List.of());
  }

  private Place postgresql(String name) throws SQLException {
    String database = "backup" + ++databases;
    try (Connection connection = postgresql.getPostgresDatabase().getConnection();
        Statement create = connection.createStatement()) {
      create.execute("create database " + database);
    }
    String url = "jdbc:postgresql://127.0.0.1:" + postgresql.getPort() + "/" + database;
    return new Place(
        folder.resolve(name),
        url + "?user=postgres",
        List.of("--database-url", url, "--database-user", "postgres"));
  }

  /**
   * What a server was backed up to.
   *
   * @param known a ticket that is in all backups
   * @param postgresql where the last one was restored
   */
  private record Restored(Workload.Issued known, Place postgresql) {}

  @Test
  @Tag("alone")
  void acknowledgedTicketsAreInEachBackupOfABusyServer() throws Exception {
    KeyPair key = new X25519KeyPairGenerator().generateKeyPair();
    Files.createDirectory(backups());
    Restored ofDerby =
        backUpUnderLoad(
            derby("first"),
            Optional.empty(),
            "--backup-dir",
            backups().toString(),
            "--backup-recipient",
            text(key.getPublic()));
    assertMadeByItself(key);
    backUpUnderLoad(ofDerby.postgresql(), Optional.of(ofDerby.known()));
  }

  /**
   * @param earlier a ticket that the database holds from before
   */
  private Restored backUpUnderLoad(
      Place place, Optional<Workload.Issued> earlier, String... further) throws Exception {
    List<Set<String>> acknowledged = new ArrayList<>();
    List<String> options = new ArrayList<>(place.options());
    options.addAll(List.of(further));
    Workload.Issued known;
    try (RunningServer server = RunningServer.demo(place.data(), options.toArray(String[]::new));
        Workload workload = new Workload(new Api(server))) {
      earlier.ifPresent(
          ticket ->
              assertThat(new Api(server).ticket(ticket.token()).json().getString("number"))
                  .isEqualTo(ticket.number()));
      workload.takeTickets(KIOSKS, Integer.MAX_VALUE).call(COUNTERS, Workload.OFFICES);
      await().atMost(Patience.seconds(60)).until(() -> workload.issued().size() > TICKETS_BEFORE);
      known = workload.issued().get(0);
      for (int round = 0; round < ROUNDS; round++) {
        acknowledged.add(names(workload.issued()));
        Path archive = archive(place, round);
        Ended backup = place.run("backup", archive.toString());
        assertThat(backup.status()).as(backup.toString()).isZero();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(archive)))
            .isEqualTo("rw-------");
      }
      Ended check = place.run("check");
      assertThat(check.status()).as(check.toString()).isZero();
      if (further.length > 0) {
        await().atMost(Patience.seconds(30)).until(() -> find(backups()).isPresent());
        assertThat(new Api(server).get("/health/ready").json().getJsonArray("checks").toString())
            .containsPattern("\"name\":\"backup\"[^}]*\"old\":\"?false");
      }
      workload.stop();
      assertThat(workload.surprises()).isEmpty();
      assertThat(workload.called()).isNotEmpty();
    }
    Restored restored = new Restored(known, place);
    for (int round = 0; round < ROUNDS; round++) {
      Path archive = archive(place, round);
      Place derby = derby(archive.getFileName() + "-derby");
      Place postgresql = postgresql(archive.getFileName() + "-postgresql");
      // once, it is enough to restore on the other database: that is the harder way
      if (ROUNDS > 1 || !place.options().isEmpty()) {
        assertRestoredOn(derby, archive, acknowledged.get(round));
      }
      if (ROUNDS > 1 || place.options().isEmpty()) {
        assertRestoredOn(postgresql, archive, acknowledged.get(round));
      }
      restored = new Restored(known, postgresql);
    }
    return restored;
  }

  private Path archive(Place place, int round) {
    return folder.resolve(place.data().getFileName() + "-" + round + ".zip");
  }

  private static Set<String> names(List<Workload.Issued> tickets) {
    return tickets.stream().map(t -> t.office() + " " + t.number()).collect(Collectors.toSet());
  }

  private static void assertRestoredOn(Place place, Path archive, Set<String> acknowledged)
      throws Exception {
    Ended restore = place.run("restore", archive.toString());
    assertThat(restore.status()).as(restore.toString()).isZero();
    Ended check = place.run("check");
    assertThat(check.status()).as(check.toString()).isZero();
    assertThat(check.said()).hasSize(7).allMatch(line -> line.startsWith("ok: "));
    // AssertJ would compare each with each
    Set<String> lost = new HashSet<>(acknowledged);
    lost.removeAll(ticketsIn(place));
    assertThat(lost).isEmpty();
  }

  private static Set<String> ticketsIn(Place place) throws SQLException {
    Set<String> tickets = new HashSet<>();
    try (Connection connection = place.connect();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select office_id, series, series_number from ticket where business_day ="
                    + " (select max(business_day) from ticket)")) {
      while (row.next()) {
        tickets.add("%s %s%03d".formatted(row.getString(1), row.getString(2), row.getInt(3)));
      }
    }
    if (place.options().isEmpty()) {
      try {
        DriverManager.getConnection(place.url() + ";shutdown=true");
      } catch (SQLException closed) {
        assertThat(closed.getSQLState()).isEqualTo("08006");
      }
    }
    return tickets;
  }

  /** Restores the backup that a server has made by itself. */
  private void assertMadeByItself(KeyPair key) throws Exception {
    Path identity = folder.resolve("identity.txt");
    Files.writeString(identity, "# a comment\n" + text(key.getPrivate()) + "\n");
    Place restored = derby("restored");

    Ended restore =
        restored.run(
            "restore",
            find(backups()).orElseThrow().toString(),
            "--identity-file",
            identity.toString());

    assertThat(restore.status()).as(restore.toString()).isZero();
    assertThat(restored.run("check").status()).isZero();
  }

  private Path backups() {
    return folder.resolve("backups");
  }

  private static Optional<Path> find(Path backups) throws IOException {
    try (Stream<Path> files = Files.list(backups)) {
      return files.filter(file -> file.toString().endsWith("Z.zip.age")).findFirst();
    }
  }

  private static String text(Key key) {
    return new String(key.getEncoded(), StandardCharsets.US_ASCII);
  }

  @Test
  void aFullDiskLeavesTheLastGoodBackup() throws Exception {
    SmallDisk.assumePossible();
    Path data = RunningServer.shared().data();
    Place busy = new Place(data, "jdbc:derby:" + data.resolve("derby"), List.of());
    Place place = derby("data");
    Path good = folder.resolve("good.zip");
    assertThat(busy.run("backup", good.toString()).status()).isZero();
    assertThat(busy.run("restore", good.toString()).said())
        .containsExactly("lokal willkommen: stop the server first: its database is not empty");
    assertThat(place.run("restore", good.toString()).status()).isZero();
    Ended occupied = place.run("restore", good.toString());
    assertThat(occupied.status()).isEqualTo(1);
    assertThat(occupied.said())
        .singleElement()
        .asString()
        .startsWith("lokal willkommen: there is a database in ");
    Path disk = Files.createDirectory(folder.resolve("disk"));
    String script =
        "mount -t tmpfs -o size=$(($(stat -c %s GOOD) / 1024 * 3 / 2))k small DISK && cp GOOD DISK"
            + " && \"$@\"; status=$?; cmp GOOD DISK/good.zip; ls -A DISK; exit $status";
    List<String> prefix =
        List.of(
            "unshare",
            "-m",
            "sh",
            "-c",
            script.replace("GOOD", good.toString()).replace("DISK", disk.toString()),
            "sh");

    Ended full = place.run(prefix, List.of("backup", disk.resolve("next.zip").toString()));

    assertThat(full.status()).isEqualTo(1);
    assertThat(full.said())
        .containsExactly(
            "lokal willkommen: a file could not be read or written: No space left on device",
            "good.zip");
  }

  @Test
  void whatIsMissingIsNamed() throws Exception {
    Place place = derby("nothing");
    Map<List<String>, String> refusals =
        Map.of(
            List.of("check"), "there is no database in ",
            List.of("backup", folder.resolve("a.zip").toString()), "there is no database in ",
            List.of("restore", folder.resolve("a.zip").toString()), "cannot be read");
    for (Map.Entry<List<String>, String> refusal : refusals.entrySet()) {
      Ended ended = place.run(List.of(), refusal.getKey());
      assertThat(ended.status()).isEqualTo(1);
      assertThat(ended.said()).singleElement().asString().contains(refusal.getValue());
    }
  }
}
