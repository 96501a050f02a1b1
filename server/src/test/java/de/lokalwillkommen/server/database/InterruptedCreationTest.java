package de.lokalwillkommen.server.database;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The power fails during the first start, while the embedded database is being made. */
class InterruptedCreationTest {

  /** The states of the folder at the moment of the failure, one after the other. */
  private static final List<String> MOMENTS =
      List.of("derby.new", "derby.new/seg0", "derby.new/service.properties", "derby");

  @TempDir private Path data;

  @Test
  void whateverMomentItIsTheNextStartSucceeds() throws Exception {
    for (String moment : MOMENTS) {
      Process first = start();
      await()
          .pollInterval(Duration.ofMillis(5))
          .atMost(Duration.ofSeconds(60))
          .until(() -> Files.exists(data.resolve(moment)) || !first.isAlive());
      first.destroyForcibly().waitFor();
    }

    Process last = start();

    assertThat(last.waitFor(120, SECONDS)).isTrue();
    assertThat(last.exitValue()).as(Files.readString(data.resolve("out"))).isZero();
    assertThat(data.resolve("derby/service.properties")).exists();
    assertThat(data.resolve("derby.new")).doesNotExist();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("derby"))))
        .isEqualTo("rwx------");
  }

  @Test
  void aFolderThatIsNoDatabaseIsNeverTouched() throws Exception {
    Path folder = Files.createDirectory(data.resolve("derby"));
    Path file = Files.createFile(folder.resolve("something"));
    Database database = new Database("jdbc:derby:" + folder, "", "");

    assertThatThrownBy(database::migrate)
        .isInstanceOf(DatabaseRefusal.class)
        .hasMessageContaining("is no database");
    assertThat(file).exists();
  }

  private Process start() throws IOException {
    ProcessBuilder command =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Duser.timezone=UTC",
                "-Dderby.stream.error.file=" + data.resolve("derby.log"),
                "-cp",
                System.getProperty("java.class.path"),
                FirstStart.class.getName(),
                "fingerprint",
                "false",
                "",
                data.toString(),
                data.resolve("keys/visitor.key").toString())
            .redirectErrorStream(true)
            .redirectOutput(data.resolve("out").toFile());
    command.environment().put("LW_DB_URL", "jdbc:derby:" + data.resolve("derby"));
    return command.start();
  }

  /** What the server does with the database, in a process that can be killed. */
  static final class FirstStart {
    private FirstStart() {}

    public static void main(String[] arguments) {
      Preparation.prepare(arguments);
    }
  }
}
