package de.lokalwillkommen.server.packing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The files from which the packages are made. */
class PackageFilesTest {
  private static final Path FILES = Path.of("src/package");
  private static final Path UNIT = FILES.resolve("lokal-willkommen.service");

  @ParameterizedTest
  @ValueSource(
      strings = {"lokal-willkommen", "control/postinst", "control/prerm", "control/postrm"})
  void theShellCanReadItsScripts(String script) throws IOException, InterruptedException {
    assertThat(said("sh", "-n", FILES.resolve(script).toString())).isEmpty();
  }

  @Test
  void theServiceIsConfined() throws IOException, InterruptedException {
    assumeThat(Stream.of("/usr/bin", "/bin").map(f -> Path.of(f, "systemd-analyze")))
        .anyMatch(Files::isExecutable);

    // the threshold is ten times the exposure level
    assertThat(
            said(
                "systemd-analyze",
                "security",
                "--offline=yes",
                "--no-pager",
                "--threshold=25",
                UNIT.toString()))
        .last()
        .asString()
        .contains("OK");
  }

  @Test
  void unitScriptsAndCommandMeanTheSamePlaces() throws IOException {
    for (String file : List.of("lokal-willkommen.service", "lokal-willkommen")) {
      assertThat(Files.readString(FILES.resolve(file)))
          .contains("LW_CONFIG=/etc/lokal-willkommen/lokal-willkommen.properties")
          .contains("/opt/lokal-willkommen/lokal-willkommen.jar");
    }
    assertThat(Files.readString(UNIT)).contains("StateDirectory=lokal-willkommen\n");
  }

  private static List<String> said(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    List<String> lines =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .toList();
    process.waitFor();
    return lines;
  }
}
