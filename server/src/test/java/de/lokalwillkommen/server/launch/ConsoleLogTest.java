package de.lokalwillkommen.server.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConsoleLogTest {

  @TempDir private Path logs;

  @Test
  void theOutputOfTheLastRunIsKept() throws Exception {
    Files.writeString(logs.resolve("console.log"), "the run before");

    keep("this run".getBytes(StandardCharsets.UTF_8));

    assertThat(logs.resolve("console.log")).content().isEqualTo("this run");
  }

  @Test
  void muchOutputFillsNoDisk() throws Exception {
    keep(new byte[ConsoleLog.LARGEST * 5]);

    try (var files = Files.list(logs)) {
      assertThat(files.mapToLong(file -> file.toFile().length()).sum())
          .isBetween((long) ConsoleLog.LARGEST, 2L * ConsoleLog.LARGEST);
    }
  }

  @Test
  void aLogThatCannotBeWrittenBlocksNothing() throws Exception {
    Files.createDirectories(logs.resolve("console.log/full"));
    InputStream said = new ByteArrayInputStream(new byte[ConsoleLog.LARGEST * 2]);

    new ConsoleLog(logs).copy(said);

    assertThat(said.available()).isZero();
  }

  private void keep(byte[] said) {
    new ConsoleLog(logs).copy(new ByteArrayInputStream(said));
  }
}
