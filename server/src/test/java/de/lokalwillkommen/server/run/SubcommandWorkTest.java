package de.lokalwillkommen.server.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SubcommandWorkTest {

  @TempDir private Path distribution;

  @BeforeEach
  void itsLibrariesAreOnTheClassPathOfTheTest() throws IOException {
    Files.createDirectory(distribution.resolve("database"));
    Files.write(key(), new byte[32]);
  }

  private Path key() {
    return distribution.resolve("visitor.key");
  }

  private SubcommandWork work(boolean isAway) {
    return new SubcommandWork(
        new ServerOptions(
            distribution,
            distribution,
            "localhost",
            0,
            false,
            false,
            key(),
            "",
            0,
            Optional.empty(),
            Set.of(),
            Set.of(),
            ""),
        () -> isAway);
  }

  @Test
  void nothingOpensTheDatabaseWhileItIsAway() {
    assertThatThrownBy(() -> work(true).run("", new String[] {"set-password", "lena"}))
        .isInstanceOf(ServerRefusal.class)
        .hasMessageContaining("the database is away");
  }

  @Test
  void theClockIsBelievedAlsoThen() {
    assertThat(work(true).run("", new String[] {"believe-clock"})).contains("machine's clock");
  }

  @Test
  void itsLibrariesAreNotLeftWithTheThread() {
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    try {
      assertThatThrownBy(() -> work(false).run("", new String[] {"no-such"}))
          .hasMessage("unknown subcommand no-such");
      assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(before);
    } finally {
      Thread.currentThread().setContextClassLoader(before);
    }
  }
}
