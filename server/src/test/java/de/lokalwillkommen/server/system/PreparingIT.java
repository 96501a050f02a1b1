package de.lokalwillkommen.server.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Prepares starts after the installation, as an operator does. */
class PreparingIT {

  /** With this the JVM ends instead of starting without what was prepared. */
  private static final String NOT_WITHOUT =
      Runtime.version().feature() >= 25 ? "-XX:AOTMode=on" : "-Xshare:on";

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
      assertThat(prepared).anyMatch(path -> path.toString().matches(".*\\.(jsa|aot)"));
    }
    Path data = folder.resolve("data");
    RunningServer.Program program =
        new RunningServer.Program(Path.of(System.getProperty("java.home")), jar);
    try (RunningServer server =
        RunningServer.demoOf(program, data, "--java-options", NOT_WITHOUT)) {
      assertThat(server.output()).anyMatch(line -> line.startsWith("lokal willkommen is ready"));
    }
  }
}
