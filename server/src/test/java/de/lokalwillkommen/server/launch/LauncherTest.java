package de.lokalwillkommen.server.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherTest {
  private static final int REFUSED = 1;
  private static final int MISUSED = 2;

  @TempDir private Path directory;

  private final StringWriter said = new StringWriter();

  @Test
  void anUnknownOptionIsAnsweredWithTheUsage() {
    assertThat(start("--bogus")).isEqualTo(MISUSED);
    assertThat(said.toString()).contains("Unknown option: '--bogus'", "Usage: lokal-willkommen");
  }

  @Test
  void aPortThatIsNoNumberIsRefused() {
    assertThat(start("--port", "eighty")).isEqualTo(MISUSED);
    assertThat(said.toString()).hasLineCount(1).contains("--port");
  }

  @Test
  void aPortThatDoesNotExistIsRefused() {
    assertThat(start("--port", "65536")).isEqualTo(REFUSED);
    assertThat(said.toString()).hasLineCount(1).contains("between 1 and 65535");
  }

  @Test
  void demoIsRefusedWhereOthersCanReachIt() {
    assertThat(start("--demo", "--host", "0.0.0.0")).isEqualTo(REFUSED);
    assertThat(said.toString()).hasLineCount(1).contains("--demo is refused on 0.0.0.0");
  }

  @Test
  void aClusterNeedsASharedDatabase() {
    assertThat(start("--cluster", "127.0.0.1:5701,127.0.0.1:5702")).isEqualTo(REFUSED);
    assertThat(said.toString()).hasLineCount(1).contains("--cluster needs --database-url");
  }

  @Test
  void aPortInUseIsRefused() throws Exception {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThat(start("--port", String.valueOf(other.getLocalPort()))).isEqualTo(REFUSED);
    }
    assertThat(said.toString()).hasLineCount(1).contains("cannot listen on 127.0.0.1:");
  }

  @Test
  void aDataDirectoryThatCannotBeMadeIsRefused() throws Exception {
    Path file = Files.createFile(directory.resolve("file"));

    assertThat(run("--data", file.resolve("data").toString())).isEqualTo(REFUSED);
    assertThat(said.toString()).hasLineCount(1).contains("data directory");
  }

  @Test
  void aRoleOtherThanKioskOrDisplayIsRefused() {
    assertThat(run("create-device", "hoerde", "printer", "x")).isEqualTo(MISUSED);
    assertThat(said.toString()).contains("ROLE");
  }

  private int run(String... arguments) {
    return Launcher.commandLine().setErr(new PrintWriter(said, true)).execute(arguments);
  }

  /** A server's options, with a data directory of this test's own. */
  private int start(String... options) {
    List<String> arguments = new ArrayList<>(List.of(options));
    arguments.addAll(List.of("--data", directory.resolve("data").toString()));
    return run(arguments.toArray(String[]::new));
  }
}
