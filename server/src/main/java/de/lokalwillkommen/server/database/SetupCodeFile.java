package de.lokalwillkommen.server.database;

import de.lokalwillkommen.core.staff.SetupCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/**
 * The file with this server's setup code, which only its owner can read. It exists as long as there
 * is no administrator.
 */
final class SetupCodeFile {

  private static final String ADMINISTRATORS =
      "select 1 from counsellor where roles like '%ADMIN%'";

  private final Path file;

  /**
   * @param data the data directory
   */
  SetupCodeFile(Path data) {
    this.file = data.resolve("setup-code");
  }

  /** Makes a code if there is no administrator and none yet; removes it if there is one. */
  void adapt(Connection connection) throws SQLException {
    try {
      if (isThere(connection, ADMINISTRATORS)) {
        Files.deleteIfExists(file);
        try (PreparedStatement codes = connection.prepareStatement("delete from setup_code")) {
          codes.executeUpdate();
        }
        return;
      }
      Optional<SetupCode> known = read();
      if (known.isEmpty() || !isValid(connection, known.get())) {
        SetupCode code = known.isPresent() ? known.get() : SetupCode.random();
        write(code);
        try (PreparedStatement codes =
            connection.prepareStatement("insert into setup_code (code_hash) values (?)")) {
          codes.setString(1, code.hash());
          codes.executeUpdate();
        }
      }
    } catch (IOException e) {
      throw new DatabaseRefusal("the setup code " + file + " cannot be written: " + e, e);
    }
  }

  private Optional<SetupCode> read() throws IOException {
    return Files.exists(file) ? SetupCode.find(Files.readString(file)) : Optional.empty();
  }

  /** Atomic: a crash must not leave half a code. */
  private void write(SetupCode code) throws IOException {
    Path half =
        Files.createTempFile(
            file.getParent(),
            "setup-code",
            ".new",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(half, code.inGroups() + System.lineSeparator());
    Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static boolean isValid(Connection connection, SetupCode code) throws SQLException {
    try (PreparedStatement codes =
        connection.prepareStatement("select 1 from setup_code where code_hash = ?")) {
      codes.setString(1, code.hash());
      try (ResultSet found = codes.executeQuery()) {
        return found.next();
      }
    }
  }

  private static boolean isThere(Connection connection, String query) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query);
        ResultSet found = statement.executeQuery()) {
      return found.next();
    }
  }
}
