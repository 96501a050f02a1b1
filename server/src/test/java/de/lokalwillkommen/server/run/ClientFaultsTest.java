package de.lokalwillkommen.server.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class ClientFaultsTest {

  private final ClientFaults faults = new ClientFaults();

  private boolean isLogged(Throwable thrown) {
    LogRecord line = new LogRecord(Level.SEVERE, "Error while closing the output stream");
    line.setThrown(thrown);
    return faults.isLoggable(line);
  }

  @Test
  void faultsOfClientsAreNotLogged() {
    assertThat(isLogged(new IOException("Connection is closed"))).isFalse();
    assertThat(isLogged(new IllegalStateException(new IOException("Broken pipe")))).isFalse();
    assertThat(isLogged(new EOFException())).isFalse();
    assertThat(
            isLogged(
                new IllegalArgumentException(
                    "URLDecoder: Illegal hex characters in escape (%) pattern - %zz")))
        .isFalse();
  }

  @Test
  void everythingElseIs() {
    assertThat(isLogged(null)).isTrue();
    assertThat(isLogged(new IOException("No space left on device"))).isTrue();
    assertThat(isLogged(new IllegalStateException("URLDecoder: x"))).isTrue();
    assertThat(isLogged(new SQLException(new IOException("Connection reset")))).isTrue();
  }
}
