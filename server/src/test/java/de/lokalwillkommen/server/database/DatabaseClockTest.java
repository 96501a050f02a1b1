package de.lokalwillkommen.server.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseClockTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql:lokal",
        "jdbc:postgresql:///lokal",
        "jdbc:postgresql://localhost/lokal",
        "jdbc:postgresql://localhost:5433/lokal?sslmode=disable",
        "jdbc:postgresql://127.0.0.1:5432/lokal",
        "jdbc:postgresql://127.1.2.3/lokal",
        "jdbc:postgresql://[::1]:5432/lokal",
        "jdbc:postgresql://192.0.2.7:5432,localhost:5433/lokal",
      })
  void anAddressOfThisMachineIsItsOwnClock(String url) {
    assertThat(DatabaseClock.isHere(url)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://192.0.2.7/lokal",
        "jdbc:postgresql://192.0.2.7:5432,192.0.2.8:5432/lokal?host=localhost",
        "jdbc:postgresql://[2001:db8::7]:5432/lokal",
      })
  void anotherMachineHasAnotherClock(String url) {
    assertThat(DatabaseClock.isHere(url)).isFalse();
  }

  @Test
  void theAddressThatTheDatabaseTellsMayBeThisMachines() throws SocketException {
    assertThat(DatabaseClock.isOwnAddress(Optional.empty())).as("a Unix socket").isTrue();
    assertThat(DatabaseClock.isOwnAddress(Optional.of("::1"))).isTrue();
    assertThat(DatabaseClock.isOwnAddress(Optional.of("192.0.2.7"))).isFalse();
    assertThat(
            NetworkInterface.networkInterfaces()
                .flatMap(one -> one.getInterfaceAddresses().stream())
                .map(InterfaceAddress::getAddress)
                .map(address -> Optional.of(address.getHostAddress())))
        .allMatch(DatabaseClock::isOwnAddress);
  }

  @Test
  void bothDatabasesOfTheTestsAreHere() throws SQLException {
    Database derby = EmptyDatabases.migratedDerby();
    Database postgresql = EmptyDatabases.postgresql();
    // such as a name that is unknown here: the address in the URL tells nothing
    Database elsewhere = new Database("jdbc:postgresql://192.0.2.7/lokal", "", "");
    try (Connection connection = derby.connect()) {
      assertThat(DatabaseClock.isOwn(derby, connection)).isTrue();
    }
    try (Connection connection = postgresql.connect()) {
      assertThat(DatabaseClock.isOwn(postgresql, connection)).isTrue();
      assertThat(DatabaseClock.isOwn(elsewhere, connection)).as("asked where it is").isTrue();
    }
  }
}
