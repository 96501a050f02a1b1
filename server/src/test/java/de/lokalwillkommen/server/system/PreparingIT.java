package de.lokalwillkommen.server.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Preparing starts after installing, as an operator does. */
@Tag("alone")
class PreparingIT {

  @Test
  void theNamesOfFoldersMayHaveBlanks(@TempDir Path folder) throws Exception {
    Path jar = Files.createDirectory(folder.resolve("our programs")).resolve("kiosk.jar");
    Files.copy(RunningServer.jar(), jar);
    Path temporary = Files.createDirectory(folder.resolve("for a moment"));

    Process preparation =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.io.tmpdir=" + temporary,
                "-jar",
                jar.toString(),
                "prepare")
            .redirectErrorStream(true)
            .start();
    List<String> said = preparation.inputReader().lines().toList();

    assertThat(preparation.waitFor()).as(said.toString()).isZero();
    assertThat(temporary).isEmptyDirectory();
    try (Stream<Path> prepared = Files.walk(jar.resolveSibling("kiosk.jar.prepared"))) {
      assertThat(prepared).anyMatch(path -> path.toString().endsWith(".jsa"));
    }
  }
}
