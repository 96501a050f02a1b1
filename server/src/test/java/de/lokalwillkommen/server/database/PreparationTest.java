package de.lokalwillkommen.server.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.lokalwillkommen.server.database.rows.Ids;
import de.lokalwillkommen.server.demo.DemoOffice;
import de.lokalwillkommen.server.demo.DemoPlaces;
import de.lokalwillkommen.server.demo.DemoStart;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreparationTest {

  private static final Instant NOON = Instant.parse("2026-11-20T11:00:00Z");

  @Test
  void aSecondDemoStartGoesOnWithTheFirst() {
    Database database = EmptyDatabases.derby();
    prepare(database, "key", true);
    int tickets = tickets(database);

    prepare(database, "key", true);

    assertThat(tickets(database)).isEqualTo(tickets).isPositive();
  }

  @Test
  void aDemoAtAnotherTimeGoesOnThereAtTheNextStart() {
    Database database = EmptyDatabases.migratedDerby();
    Instant evening = Instant.parse("2026-11-29T19:00:00Z");
    assertThat(prepareDemo(database, "10:00", evening)).isEmpty();
    assertThat(ahead(database)).isEqualTo(Duration.ofHours(-10));
    assertThat(lastIssued(database)).isBefore(Instant.parse("2026-11-29T09:00:00Z"));

    Optional<String> said = prepareDemo(database, "11:30", evening.plus(Duration.ofHours(1)));

    assertThat(ahead(database)).isEqualTo(Duration.ofHours(-10));
    assertThat(said).get().asString().startsWith("--demo-time is ignored").doesNotContain("\n");
    assertThat(prepareDemo(database, "", evening)).as("without the option").isEmpty();
  }

  @Test
  void aDemoIsRefusedWhereRealOfficesAre() {
    Database database = EmptyDatabases.derby();
    prepare(database, "key", false);
    database.alone(connection -> new DemoPlaces(connection, new Ids(connection)).insert());

    assertThatThrownBy(() -> prepare(database, "key", true))
        .isInstanceOf(DatabaseRefusal.class)
        .hasMessageContaining("real offices");
  }

  @Test
  void aDemoDatabaseIsRefusedWithoutDemo() {
    Database database = EmptyDatabases.derby();
    prepare(database, "key", true);

    assertThatThrownBy(() -> prepare(database, "key", false))
        .isInstanceOf(DatabaseRefusal.class)
        .hasMessageContaining("--demo");
  }

  @Test
  void aServerWithAnotherKeyIsRefused() {
    Database database = EmptyDatabases.derby();
    prepare(database, "key", false);

    assertThatThrownBy(() -> prepare(database, "another", false))
        .isInstanceOf(DatabaseRefusal.class)
        .hasMessageContaining("copy the folder 'keys'");
  }

  /**
   * Otherwise a phone would show the ticket of another visitor, issued under a reused identifier.
   */
  @Test
  void identifiersAfterARestoreWereNotIssuedBeforeIt() {
    Instant beforeRestore = Instant.parse("2026-11-29T10:00:00Z");
    Instant afterRestore = beforeRestore.plusSeconds(60);
    for (List<Database> sameBackup :
        List.of(
            List.of(EmptyDatabases.derby(), EmptyDatabases.derby()),
            List.of(EmptyDatabases.postgresql(), EmptyDatabases.postgresql()))) {
      Database lost = sameBackup.get(0);
      Database restored = sameBackup.get(1);
      prepareAt(lost, beforeRestore);
      prepareAt(restored, afterRestore);

      assertThat(nextId(restored)).as(lost.url()).isGreaterThan(nextId(lost) + 10_000);

      long given = nextId(restored);
      prepareAt(restored, beforeRestore);
      assertThat(nextId(restored)).as("a clock that goes back").isGreaterThan(given);
      prepareAt(restored, Instant.EPOCH);
      assertThat(nextId(restored)).as("a clock without a battery").isGreaterThan(given);
    }
  }

  private static void prepareAt(Database database, Instant now) {
    new Preparation(database, "key", Optional.empty(), Clock.fixed(now, ZoneOffset.UTC)).run();
  }

  private static Optional<String> prepareDemo(Database database, String begin, Instant now) {
    Optional<DemoStart> demo = Optional.of(DemoStart.parse(begin));
    return new Preparation(database, "key", demo, Clock.fixed(now, ZoneOffset.UTC)).run();
  }

  private static Duration ahead(Database database) {
    AtomicReference<Duration> ahead = new AtomicReference<>();
    database.alone(connection -> ahead.set(new Installation(connection).ahead()));
    return ahead.get();
  }

  private static Instant lastIssued(Database database) {
    AtomicReference<Instant> last = new AtomicReference<>();
    database.alone(
        connection -> {
          try (var statement = connection.createStatement();
              ResultSet tickets = statement.executeQuery("select max(issued_at) from ticket")) {
            tickets.next();
            last.set(tickets.getTimestamp(1).toLocalDateTime().toInstant(ZoneOffset.UTC));
          }
        });
    return last.get();
  }

  private static long nextId(Database database) {
    long[] id = new long[1];
    database.alone(connection -> id[0] = new Ids(connection).next());
    return id[0];
  }

  /** Going back to an older release must not damage what a newer one has written. */
  @Test
  void aDatabaseOfANewerReleaseIsRefused() {
    for (Database database : List.of(EmptyDatabases.derby(), EmptyDatabases.postgresql())) {
      prepare(database, "key", false);
      database.alone(
          connection -> {
            try (var statement = connection.createStatement()) {
              statement.execute(
                  """
                  insert into "flyway_schema_history" ("installed_rank", "version", "description",
                    "type", "script", "checksum", "installed_by", "execution_time", "success")
                    values (999, '999', 'of tomorrow', 'SQL', 'V999__of_tomorrow.sql', 1, 'x', 1,
                    true)
                  """);
            }
          });

      assertThatThrownBy(() -> prepare(database, "key", false))
          .as(database.url())
          .isInstanceOf(DatabaseRefusal.class)
          .hasMessageContaining("newer release")
          .hasMessageNotContaining("\n");
    }
  }

  @Test
  void aDatabaseWithTheTablesOfAnotherProgramIsRefusedAndLeftAsItIs() throws SQLException {
    for (Database database : List.of(EmptyDatabases.derby(), EmptyDatabases.postgresql())) {
      execute(database, "create table customer (id int)");

      assertRefusesAsForeign(database);
      assertThat(tables(database)).as(database.url()).containsExactly("customer");
    }
  }

  @Test
  void anEmbeddedOneWithSuchTablesInAnotherSchemaIsRefused() throws SQLException {
    Database database = EmptyDatabases.derby();
    execute(database, "create table shop.customer (id int)");

    assertRefusesAsForeign(database);
  }

  /** Another product that is migrated by Flyway, too: by its first, by a later or by no version. */
  @ParameterizedTest
  @ValueSource(strings = {"V1__customers.sql", "V7__customers.sql", "V202401010900__customers.sql"})
  void aDatabaseThatFlywayKeepsForAnotherProductIsRefused(String migration, @TempDir Path folder)
      throws Exception {
    Files.writeString(folder.resolve(migration), "create table customer (id int);");
    for (Database database : List.of(EmptyDatabases.derby(), EmptyDatabases.postgresql())) {
      open(database).close();
      Flyway.configure()
          .dataSource(database.url(), database.user(), database.password())
          .locations("filesystem:" + folder)
          .load()
          .migrate();

      assertRefusesAsForeign(database);
    }
  }

  @Test
  void theHistoryOfAnotherProductInAnotherSchemaIsNotOurs(@TempDir Path folder) throws Exception {
    Files.writeString(folder.resolve("V1__customers.sql"), "create table shop.customer (id int);");
    Database database = EmptyDatabases.derby();
    open(database).close();
    Flyway.configure()
        .dataSource(database.url(), database.user(), database.password())
        .locations("filesystem:" + folder)
        .defaultSchema("SHOP")
        .load()
        .migrate();

    assertRefusesAsForeign(database);
  }

  @Test
  void anInstallationOfOursWithAnotherFirstMigrationIsNotCalledForeign() throws SQLException {
    Database database = EmptyDatabases.derby();
    prepare(database, "key", false);
    execute(
        database, "update \"flyway_schema_history\" set \"checksum\" = 1 where \"version\" = '1'");

    assertThatThrownBy(() -> prepare(database, "key", false))
        .isInstanceOf(DatabaseRefusal.class)
        .hasMessageContaining("could not be brought up to date");
  }

  private static void assertRefusesAsForeign(Database database) {
    assertThatThrownBy(() -> prepare(database, "key", false))
        .as(database.url())
        .isInstanceOf(DatabaseRefusal.class)
        .hasMessage(
            "the database holds the tables of another program: name an empty one, or one of"
                + " lokal willkommen");
  }

  private static void execute(Database database, String sql) throws SQLException {
    try (Connection connection = open(database);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static List<String> tables(Database database) throws SQLException {
    List<String> names = new ArrayList<>();
    try (Connection connection = open(database);
        ResultSet tables =
            connection
                .getMetaData()
                .getTables(null, connection.getSchema(), null, new String[] {"TABLE"})) {
      while (tables.next()) {
        names.add(tables.getString("TABLE_NAME").toLowerCase(Locale.ROOT));
      }
    }
    return names;
  }

  private static Connection open(Database database) throws SQLException {
    return database.isDerby()
        ? DriverManager.getConnection(database.url() + ";create=true")
        : DriverManager.getConnection(database.url(), database.user(), database.password());
  }

  @Test
  void aDatabaseThatDoesNotAnswerIsRefusedInOneLine() {
    Database database = new Database("jdbc:postgresql://127.0.0.1:1/none", "nobody", "");

    assertThatThrownBy(() -> prepare(database, "key", false))
        .isInstanceOf(DatabaseRefusal.class)
        .hasMessageStartingWith("the database cannot be reached: ")
        .hasMessageNotContaining("\n");
  }

  @Test
  void aDatabaseThatCanOnlyBeReadIsRefused() throws SQLException {
    Database database = EmptyDatabases.derby();
    prepare(database, "key", false);
    try (Connection connection = DriverManager.getConnection(database.url())) {
      connection.setReadOnly(true);

      assertThatThrownBy(() -> new Installation(connection).requireWritable())
          .isInstanceOf(DatabaseRefusal.class)
          .hasMessageStartingWith("the database cannot be written");
    }
  }

  @Test
  void serversThatPrepareOneDatabaseAtTheSameTimeAllSucceed() throws Exception {
    Database database = EmptyDatabases.postgresql();
    ExecutorService servers = Executors.newFixedThreadPool(3);
    try {
      List<Callable<Void>> starts = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        starts.add(
            () -> {
              prepare(database, "key", true);
              return null;
            });
      }
      for (Future<Void> start : servers.invokeAll(starts)) {
        start.get();
      }
    } finally {
      servers.shutdownNow();
    }
    database.alone(
        connection -> {
          try (var statement = connection.createStatement();
              ResultSet offices = statement.executeQuery("select count(*) from office")) {
            offices.next();
            assertThat(offices.getInt(1)).isEqualTo(DemoOffice.ALL.size());
          }
        });
  }

  private static void prepare(Database database, String key, boolean demo) {
    Optional<DemoStart> start = Optional.of(DemoStart.NOW).filter(now -> demo);
    new Preparation(database, key, start, Clock.fixed(NOON, ZoneOffset.UTC)).run();
  }

  private static int tickets(Database database) {
    int[] count = new int[1];
    database.alone(
        connection -> {
          try (var statement = connection.createStatement();
              ResultSet tickets = statement.executeQuery("select count(*) from ticket")) {
            tickets.next();
            count[0] = tickets.getInt(1);
          }
        });
    return count[0];
  }
}
