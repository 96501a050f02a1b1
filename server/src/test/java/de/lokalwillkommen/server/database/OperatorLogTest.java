package de.lokalwillkommen.server.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OperatorLogTest {

  @TempDir private Path folder;

  @Test
  void aProcessOfItsOwnAppendsToTheLogOfTheServer() throws IOException {
    Path key = Files.write(folder.resolve("key"), new byte[32]);
    Path log = Files.writeString(folder.resolve("100%u.log"), "a line of the server\n");

    try (OperatorLog operator =
        OperatorLog.ofProcess(Map.of("LW_KEY", key.toString(), "LW_LOG", log.toString()))) {
      operator.write("set-password", " Lena ");
      operator.write("create-device", "hoerde");
    }

    assertThat(Files.readString(log))
        .startsWith("a line of the server\n")
        .containsPattern(
            "event=authn_password_change result=ok who=[0-9a-f]{12} from=- app=operator")
        .containsPattern("event=authn_token_created result=ok who=- from=-")
        .doesNotContain("ena", "hoerde");
    assertThat(folder).isDirectoryNotContaining("glob:**.lck");
  }

  @Test
  void withoutAnActionThereIsNoLog() throws IOException {
    Path key = Files.write(folder.resolve("key"), new byte[32]);
    Path log = folder.resolve("server.log");

    OperatorLog.ofProcess(Map.of("LW_KEY", key.toString(), "LW_LOG", log.toString())).close();

    assertThat(log).doesNotExist();
  }

  @Test
  void aLogThatCannotBeWrittenIsRefusedBeforeAnythingIsDone() throws IOException {
    Path key = Files.write(folder.resolve("key"), new byte[32]);
    Path log = Files.createDirectory(folder.resolve("server.log"));

    assertThatThrownBy(
            () -> OperatorLog.ofProcess(Map.of("LW_KEY", key.toString(), "LW_LOG", log.toString())))
        .isInstanceOf(DatabaseRefusal.class)
        .hasMessageContaining("server.log cannot be written");
  }
}
