package de.lokalwillkommen.server.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The probe on a real Derby, which closes its database by itself when it cannot write. */
class DatabaseProbeTest {

  private static final String URL = "jdbc:derby:memory:probe";

  private final DatabaseProbe probe = new DatabaseProbe(URL, "", "");
  private final DerbyDoor door = new DerbyDoor();

  @BeforeEach
  void create() throws SQLException {
    try (Connection connection = DriverManager.getConnection(URL + ";create=true");
        Statement statement = connection.createStatement()) {
      if (connection.getMetaData().getTables(null, "APP", "PULSE", null).next()) {
        statement.execute("drop table pulse");
      }
      statement.execute("create table pulse (id integer primary key, beat_at timestamp)");
      statement.execute("insert into pulse values (1, null)");
    }
  }

  @Test
  void aBeatIsWritten() throws SQLException {
    assertThat(probe.beat()).as("nothing was there before").isFalse();

    assertThat(beatIsWritten()).isTrue();
    assertThat(probe.beat()).isFalse();
  }

  @Test
  void aDatabaseThatHasClosedItselfIsOpenedByTheProbeAloneAndWhatWasConnectedIsOfNoUse()
      throws SQLException {
    probe.beat();
    closeDatabase();
    assertThatExceptionOfType(SQLException.class)
        .isThrownBy(() -> door.connect(URL, new Properties()))
        .satisfies(e -> assertThat(e.getSQLState()).isEqualTo("08006"));
    assertThat(StorageGuard.isAway()).as("a subcommand does not open it either").isTrue();

    assertThat(probe.beat()).as("the pool must begin anew").isTrue();

    door.connect(URL, new Properties()).close();
    assertThat(StorageGuard.isAway()).isFalse();
  }

  @Test
  void aDatabaseThatOpensButCannotBeWrittenStaysClosedForAllOthers() throws SQLException {
    probe.beat();
    try (Connection connection = DriverManager.getConnection(URL);
        Statement statement = connection.createStatement()) {
      statement.execute("drop table pulse");
    }
    closeDatabase();

    assertThatExceptionOfType(SQLException.class).isThrownBy(probe::beat);

    assertThatExceptionOfType(SQLException.class)
        .isThrownBy(() -> door.connect(URL, new Properties()));
  }

  private static boolean beatIsWritten() throws SQLException {
    try (Connection connection = DriverManager.getConnection(URL);
        Statement statement = connection.createStatement();
        var beat = statement.executeQuery("select beat_at from pulse")) {
      beat.next();
      return beat.getTimestamp(1) != null;
    }
  }

  private static void closeDatabase() {
    assertThatExceptionOfType(SQLException.class)
        .isThrownBy(() -> DriverManager.getConnection(URL + ";shutdown=true"));
  }
}
