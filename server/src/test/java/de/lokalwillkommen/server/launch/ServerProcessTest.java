package de.lokalwillkommen.server.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.lokalwillkommen.server.launch.host.DataDirectory;
import de.lokalwillkommen.server.launch.host.Refusal;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Uses a shell in place of the server, which prints the lines of a server. */
class ServerProcessTest {
  private static final String READY = "echo ready; read end";
  private static final String UNBOOTED = "echo unbooted a list changed; exit 1";

  @TempDir private Path directory;

  private final List<Process> started = new ArrayList<>();
  private final StringWriter log = new StringWriter();
  private DataDirectory data;

  @BeforeEach
  void open() {
    data = DataDirectory.open(directory.resolve("data"));
  }

  @AfterEach
  void end() {
    started.forEach(Process::destroyForcibly);
  }

  @Test
  void aServerThatIsReadyIsStartedOnce() {
    startReady(READY);

    assertThat(started).hasSize(1);
    assertThat(log.toString()).isEmpty();
  }

  @Test
  void aBootThatFailedByItselfIsTriedOnceMore() {
    startReady(UNBOOTED, READY);

    assertThat(started).hasSize(2);
    assertThat(started.get(0).isAlive()).isFalse();
    assertThat(started.get(1).isAlive()).isTrue();
    assertThat(log.toString()).hasLineCount(1).contains("a list changed", "trying once more");
  }

  @Test
  void aSecondFailedBootIsFinal() {
    assertThatThrownBy(() -> startReady(UNBOOTED, UNBOOTED, READY))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("Payara failed to boot: a list changed");
    assertThat(started).hasSize(2);
  }

  @Test
  void aRefusalIsFinal() {
    assertThatThrownBy(() -> startReady("echo refused the port is taken; exit 1", READY))
        .isInstanceOf(Refusal.class)
        .hasMessageStartingWith("the port is taken");
    assertThat(started).hasSize(1);
  }

  @Test
  void anEndWithoutAMessageIsFinal() {
    assertThatThrownBy(() -> startReady("exit 3", READY))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("with status 3");
    assertThat(started).hasSize(1);
  }

  @Test
  void aPortTakenMeanwhileIsReported() {
    Iterator<String> scripts = List.of(UNBOOTED).iterator();

    assertThatThrownBy(
            () ->
                ServerProcess.startReady(
                    () -> {
                      if (!scripts.hasNext()) {
                        throw new Refusal("cannot listen");
                      }
                      return shell(scripts.next());
                    },
                    data,
                    new PrintWriter(log, true),
                    ServerProcess.Patience.of(Duration.ofMinutes(30))))
        .isInstanceOf(Refusal.class)
        .hasMessage("cannot listen");
  }

  @Test
  void aServerThatMustEndSaysWhyInOneLineAndItsStatusIsKept() {
    ServerProcess server =
        startReady("echo ready; echo failed the database cannot be used; exit 1");

    assertThat(server.awaitEnd()).isEqualTo(1);
    assertThat(log.toString())
        .hasLineCount(1)
        .startsWith("lokal willkommen: the database cannot be used; see ");
  }

  @Test
  void anEndWithoutAReasonNamesTheStatus() {
    ServerProcess server = startReady("echo ready; exit 134");

    assertThat(server.awaitEnd()).isEqualTo(134);
    assertThat(log.toString()).contains("ended by itself with status 134");
  }

  @Test
  void aSlowStartSaysWhatItWaitsForAndIsNotCutShort() {
    startReady(
        new ServerProcess.Patience(Duration.ofMillis(50), Duration.ofMinutes(1)),
        "echo waits admin does not answer yet; sleep 0.4; " + READY);

    assertThat(log.toString().lines())
        .hasSizeGreaterThan(1)
        .last()
        .asString()
        .startsWith("lokal willkommen: still starting after ")
        .endsWith(": admin does not answer yet");
    assertThat(started).hasSize(1);
    assertThat(started.get(0).isAlive()).isTrue();
  }

  @Test
  void aNoticeForTheOperatorIsPrintedAndTheStartGoesOn() {
    startReady("echo remarks an option is ignored; " + READY);

    assertThat(log.toString()).hasLineCount(1).contains("lokal willkommen: an option is ignored");
    assertThat(started).hasSize(1);
  }

  @Test
  void aStartThatNeverEndsIsGivenUpWithWhatIsMissing() {
    assertThatThrownBy(
            () ->
                startReady(
                    new ServerProcess.Patience(Duration.ofMillis(300), Duration.ofSeconds(1)),
                    "echo waits the database is prepared; read end"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("not ready within 1 s (--start-limit): the database is prepared");
    assertThat(started.get(0).isAlive()).isFalse();
  }

  @Test
  void theLimitIsOneForBothTries() {
    assertThatThrownBy(
            () ->
                startReady(
                    new ServerProcess.Patience(Duration.ofMinutes(1), Duration.ofSeconds(2)),
                    "sleep 1.5; " + UNBOOTED,
                    "sleep 1.5; " + READY))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("not ready within 2 s (--start-limit)");
    assertThat(started).noneMatch(Process::isAlive);
  }

  @Test
  void theSecondTryGoesOnCountingWhereTheFirstEnded() {
    startReady(
        new ServerProcess.Patience(Duration.ofSeconds(1), Duration.ofMinutes(1)),
        "sleep 1.5; " + UNBOOTED,
        "sleep 1; " + READY);

    assertThat(log.toString()).containsOnlyOnce("after 1 s").contains("after 2 s");
  }

  private ServerProcess startReady(String... scripts) {
    return startReady(ServerProcess.Patience.of(Duration.ofMinutes(30)), scripts);
  }

  private ServerProcess startReady(ServerProcess.Patience patience, String... scripts) {
    Iterator<String> next = List.of(scripts).iterator();
    return ServerProcess.startReady(
        () -> shell(next.next()), data, new PrintWriter(log, true), patience);
  }

  private Process shell(String script) throws IOException {
    Process process = new ProcessBuilder("sh", "-c", script).start();
    started.add(process);
    return process;
  }
}
