package de.lokalwillkommen.server.launch.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThatCode;

import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {
  @TempDir private Path parent;

  @Test
  void onlyItsOwnerMayLookInto() throws Exception {
    DataDirectory data = DataDirectory.open(parent.resolve("a/data"));

    for (Path part : List.of(data.root(), data.keys(), data.logs(), data.run())) {
      assertThat(rightsOf(part)).as(part.toString()).isEqualTo("rwx------");
    }
  }

  @Test
  void oneThatOthersMayLookIntoIsClosedToThem() throws Exception {
    Path open = Files.createDirectory(parent.resolve("data"));
    Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxr-xr-x"));

    DataDirectory.open(open);

    assertThat(rightsOf(open)).isEqualTo("rwx------");
  }

  /** Otherwise root would leave files in it that its owner's server cannot open. */
  @Test
  void oneThatBelongsToAnotherUserIsForThatUser() throws Exception {
    Path others = Files.createDirectory(parent.resolve("data"));
    assumeThatCode(() -> Files.setOwner(others, nobody())).doesNotThrowAnyException();

    assertThatThrownBy(() -> DataDirectory.open(others))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("belongs to nobody: run this as that user (sudo -u nobody ...)");
    assertThat(others).isEmptyDirectory();
  }

  private static UserPrincipal nobody() throws Exception {
    return FileSystems.getDefault().getUserPrincipalLookupService().lookupPrincipalByName("nobody");
  }

  @Test
  void oneLauncherAtATimeUsesIt() {
    DataDirectory data = DataDirectory.open(parent.resolve("data"));
    DataDirectory.Lock first = data.lock();

    assertThatThrownBy(data::lock)
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("in use by another");

    first.close();
    data.lock().close();
  }

  @Test
  void aFailureNamesANearlyFullDisk() {
    DataDirectory data = DataDirectory.open(parent.resolve("data"));

    assertThat(data.details(13)).isEqualTo(data.logs() + "; only 13 MB are left on that disk");
    assertThat(data.details(5_000)).isEqualTo(data.logs().toString());
    assertThat(data.details()).startsWith(data.logs().toString());
  }

  @Test
  void theKeyIsMadeOnceAndForItsOwnerOnly() throws Exception {
    DataDirectory data = DataDirectory.open(parent.resolve("data"));

    VisitorKey made = VisitorKey.in(data);

    assertThat(made.file()).isEqualTo(data.root().resolve("keys/visitor.key"));
    assertThat(Files.readAllBytes(made.file())).hasSize(32);
    assertThat(rightsOf(made.file())).isEqualTo("rw-------");
    assertThat(made.fingerprint()).matches("[0-9a-f]{64}");
    assertThat(VisitorKey.in(data)).isEqualTo(made);
  }

  @Test
  void aDamagedKeyIsNotReplacedInSilence() throws Exception {
    DataDirectory data = DataDirectory.open(parent.resolve("data"));
    Files.write(data.keys().resolve("visitor.key"), new byte[7]);

    assertThatThrownBy(() -> VisitorKey.in(data))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("damaged");
  }

  private static String rightsOf(Path path) throws Exception {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
