package de.lokalwillkommen.server.container;

import de.lokalwillkommen.core.staff.PasswordHash;
import de.lokalwillkommen.core.ticketing.IssuingTickets;
import de.lokalwillkommen.server.database.Database;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** Prepares an application and its database before the server starts. */
final class Deployed {

  private static final Path FOLDER = Path.of("target", "container");
  private static final List<String> LIBRARIES =
      List.of(
          "password4j",
          "otp-java",
          "commons-codec",
          "slf4j-api",
          "commons-statistics",
          "commons-numbers",
          "commons-rng",
          "jollyday",
          "threeten-extra",
          "assertj",
          "awaitility",
          "hamcrest");

  private Deployed() {}

  /**
   * An application like those of the product: the core with its libraries, and a few classes of its
   * own.
   */
  static WebArchive application() {
    return ShrinkWrap.create(WebArchive.class, "container.war")
        .addPackage(Deployed.class.getPackage())
        .deleteClass(Deployed.class)
        .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml")
        .addAsLibrary(
            new File(
                IssuingTickets.class.getProtectionDomain().getCodeSource().getLocation().getPath()))
        .addAsLibraries(libraries());
  }

  private static File[] libraries() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(File::new)
        .filter(file -> LIBRARIES.stream().anyMatch(file.getName()::startsWith))
        .toArray(File[]::new);
  }

  /** A database with open offices, a closed one and an account. */
  static void database() {
    emptyFolder();
    Database database = new Database("jdbc:derby:" + FOLDER.resolve("database"), "", "");
    database.migrate();
    database.alone(Deployed::insert);
    // only one process may have it open
    database.close();
  }

  private static void emptyFolder() {
    try {
      if (Files.exists(FOLDER)) {
        try (Stream<Path> old = Files.walk(FOLDER)) {
          old.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        }
      }
      Files.createDirectories(FOLDER.resolve("tmp"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void insert(Connection connection) throws SQLException {
    insert(
        connection,
        "topic (id, pictogram, audience, usual_minutes, walk_in, bookable, position)"
            + " values ('letters', 'letter', 'ALL', 20, true, true, 1)");
    for (String office : ContainerIT.OPEN_OFFICES) {
      insertOffice(connection, office);
      for (int weekday = 1; weekday <= 7; weekday++) {
        int id = 100 * (1 + ContainerIT.OPEN_OFFICES.indexOf(office)) + weekday;
        insert(
            connection,
            ("opening_rule (id, office_id, weekday, opens_minute, closes_minute, every_weeks, anchor)"
                    + " values (%d, '%s', %d, 0, 1440, 1, '2024-01-01')")
                .formatted(-id, office, weekday));
      }
    }
    insertOffice(connection, ContainerIT.CLOSED);
    insertOffice(connection, ContainerIT.KEEPS_HOLIDAYS);
    try (var statement = connection.createStatement()) {
      statement.execute(
          "update office set holiday_region = 'nw' where id = '%s'"
              .formatted(ContainerIT.KEEPS_HOLIDAYS));
      statement.execute("update second_factor_rule set waiver = 'Test'");
    }
    insertLeftOver(connection);
    insert(
        connection,
        ("counsellor (id, login, display_name, roles, languages, topics, password_hash)"
                + " values (-1, '%s', 'Beratung', 'ADMIN', 'de', '', '%s')")
            .formatted(ContainerIT.LOGIN, PasswordHash.of(ContainerIT.PASSWORD).phc()));
  }

  private static void insertOffice(Connection connection, String id) throws SQLException {
    insert(
        connection,
        ("office (id, name, zone, credit_minutes, late_after_minutes, recall_limit,"
                + " last_ticket_minutes, publishes_estimate, outpost, position)"
                + " values ('%s', '%s', 'Europe/Berlin', 20, 15, 3, 0, false, false, 1)")
            .formatted(id, id));
    insert(connection, "office_topic values ('%s', 'letters')".formatted(id));
  }

  /** A line that still stands on an earlier day, with one ticket that was never called. */
  private static void insertLeftOver(Connection connection) throws SQLException {
    insert(
        connection,
        "office_line (office_id, business_day, walk_ins, appointments, waiting, calls, version)"
            + " values ('%s', '2024-01-01', 1, 0, 1, 0, 1)".formatted(ContainerIT.CLOSED));
    insert(
        connection,
        ("ticket (id, office_id, numbered_by, business_day, series, series_number, origin, topic_id,"
                + " language, issued_at, line_key, status, recalls, since) values (%d, '%s', '%s',"
                + " '2024-01-01', 'A', 1, 'WALK_IN', 'letters', 'de', '2024-01-01 09:00:00',"
                + " '2024-01-01 09:00:00', 'WAITING', 0, '2024-01-01 09:00:00')")
            .formatted(ContainerIT.LEFT_OVER, ContainerIT.CLOSED, ContainerIT.CLOSED));
  }

  private static void insert(Connection connection, String row) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("insert into " + row);
    }
  }
}
