package de.lokalwillkommen.server.launch.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.lokalwillkommen.server.launch.host.LaunchRefusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretFileTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({"rw-------, false", "rw-r-----, false", "rw-r--r--, true", "r--r--r--, true"})
  void theOperatorIsToldIfEveryUserMayReadIt(String mode, boolean warns) throws IOException {
    Path file = Files.writeString(folder.resolve("password"), "secret");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));

    assertThat(new SecretFile(file).findWarning().isPresent()).isEqualTo(warns);
  }

  @Test
  void aMissingFileIsRefusedByItsName() {
    Path missing = folder.resolve("missing");

    assertThat(new SecretFile(missing).findWarning()).isEmpty();
    assertThatThrownBy(() -> new SecretFile(missing).checked("password file"))
        .isInstanceOf(LaunchRefusal.class)
        .hasMessage("the password file " + missing + " cannot be read");
  }
}
