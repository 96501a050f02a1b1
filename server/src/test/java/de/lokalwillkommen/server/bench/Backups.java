package de.lokalwillkommen.server.bench;

import de.lokalwillkommen.core.kernel.TestPostgresql;
import de.lokalwillkommen.server.database.Database;
import de.lokalwillkommen.server.demo.DemoData;
import de.lokalwillkommen.server.system.RunningServer;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;

/** Backup and restore of years of tickets, on both databases. */
final class Backups {
  private static final long EVENTS = 1_000_000;
  private static final int KEY_BYTES = 32;
  private static final double BYTES_PER_MIB = 1024 * 1024;
  private static final int LOOKS_EVERY_MS = 50;

  private final Map<String, String> rows = new LinkedHashMap<>();

  Map<String, String> measure() throws Exception {
    Path folder = Files.createTempDirectory("lw-bench");
    try (EmbeddedPostgres postgresql = TestPostgresql.start()) {
      Path data = folder.resolve("data");
      long events = fill(data);
      String with = String.format(Locale.ROOT, ", %,d ticket events, ", events);
      Path archive = folder.resolve("derby.zip");
      List<String> options =
          List.of(
              "--database-url",
              "jdbc:postgresql://127.0.0.1:" + postgresql.getPort() + "/postgres",
              "--database-user",
              "postgres");
      run("backup" + with + "Derby", archive, "backup", data, List.of());
      run("restore" + with + "Derby", archive, "restore", folder.resolve("again"), List.of());
      Path beside = folder.resolve("beside");
      run("restore" + with + "PostgreSQL", archive, "restore", beside, options);
      Path second = folder.resolve("postgresql.zip");
      run("backup" + with + "PostgreSQL", second, "backup", beside, options);
      return rows;
    } finally {
      FileUtils.deleteDirectory(folder.toFile());
    }
  }

  /** Doubles the tickets of a demonstration until there are enough events. */
  private static long fill(Path data) throws IOException, SQLException {
    Files.createDirectories(data.resolve("keys"));
    Files.write(data.resolve("keys/visitor.key"), new byte[KEY_BYTES]);
    Database database = new Database("jdbc:derby:" + data.resolve("derby"), "", "");
    database.migrate();
    Clock noon = Clock.fixed(Instant.parse("2026-11-20T11:00:00Z"), ZoneOffset.UTC);
    database.alone(new DemoData(noon, "none")::insertInto);
    long[] events = {0};
    while (events[0] < EVENTS) {
      database.alone(connection -> events[0] = twice(connection));
    }
    database.close();
    return events[0];
  }

  private static long twice(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      long ids = number(statement, "select max(id) from ticket_event");
      long numbers = number(statement, "select max(series_number) from ticket");
      copy(
          statement,
          "ticket",
          Map.of(
              "id", "id + " + ids,
              "series_number", "series_number + " + numbers,
              "request_key", "cast(null as varchar(64))"));
      copy(
          statement,
          "ticket_event",
          Map.of("id", "id + " + ids, "ticket_id", "ticket_id + " + ids));
      return number(statement, "select count(*) from ticket_event");
    }
  }

  private static void copy(Statement statement, String table, Map<String, String> changed)
      throws SQLException {
    List<String> columns = new ArrayList<>();
    try (ResultSet none = statement.executeQuery("select * from " + table + " where 1 = 0")) {
      ResultSetMetaData row = none.getMetaData();
      for (int i = 1; i <= row.getColumnCount(); i++) {
        columns.add(row.getColumnName(i).toLowerCase(Locale.ROOT));
      }
    }
    List<String> values = columns.stream().map(c -> changed.getOrDefault(c, c)).toList();
    statement.executeUpdate(
        String.join(
            " ",
            "insert into",
            table,
            "(" + String.join(", ", columns) + ")",
            "select",
            String.join(", ", values),
            "from",
            table));
  }

  private static long number(Statement statement, String query) throws SQLException {
    try (ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getLong(1);
    }
  }

  private void run(String what, Path archive, String subcommand, Path data, List<String> options)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-jar", RunningServer.jar().toString(), subcommand));
    command.addAll(List.of(archive.toString(), "--data", data.toString()));
    command.addAll(options);
    long began = System.nanoTime();
    Process process = new ProcessBuilder(command).inheritIO().start();
    double most = 0;
    while (!process.waitFor(LOOKS_EVERY_MS, TimeUnit.MILLISECONDS)) {
      most = Math.max(most, residentMiB(process));
    }
    double seconds = (System.nanoTime() - began) / 1e9;
    rows.put(
        what,
        process.exitValue() != 0
            ? "failed"
            : String.format(
                Locale.ROOT,
                "%.1f s; at most %.0f MiB resident, launcher included; archive of %.0f MiB",
                seconds,
                most,
                Files.size(archive) / BYTES_PER_MIB));
  }

  private static double residentMiB(Process process) {
    try {
      return Used.residentMiB(
          Stream.concat(Stream.of(process.toHandle()), process.descendants()).toList());
    } catch (IOException ended) {
      return 0;
    }
  }
}
