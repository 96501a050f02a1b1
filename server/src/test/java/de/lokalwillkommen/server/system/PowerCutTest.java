package de.lokalwillkommen.server.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class PowerCutTest {

  private Process parent;

  /** A process with a child whose status it never asks for. */
  @BeforeEach
  void start() throws IOException {
    parent = new ProcessBuilder("sh", "-c", "sleep 600 & exec sleep 601").start();
    await().until(() -> parent.children().count() == 1);
  }

  @AfterEach
  void end() {
    parent.descendants().forEach(ProcessHandle::destroyForcibly);
    parent.destroyForcibly();
  }

  @Test
  @Timeout(60)
  void aProcessWhoseParentDoesNotNoticeHasEnded() {
    ProcessHandle child = parent.children().findFirst().orElseThrow();

    PowerCut.of(List.of(child));

    assertThat(parent.isAlive()).isTrue();
    assertThat(child.onExit()).as("is still listed").isNotDone();
  }

  @Test
  void nothingRunsAfterwards() {
    PowerCut.of(List.of(parent.toHandle()));

    assertThat(parent.onExit()).succeedsWithin(Duration.ofSeconds(10));
  }
}
