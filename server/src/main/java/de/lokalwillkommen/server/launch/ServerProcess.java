package de.lokalwillkommen.server.launch;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/** The server as a child process: started, awaited, stopped. */
final class ServerProcess {
  private static final Duration READY_LIMIT = Duration.ofSeconds(150);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(10);
  private static final String READY = "ready";
  private static final String REFUSED = "refused ";
  private static final String ENDED = "";

  private final Process process;
  private final DataDirectory data;
  private final BlockingQueue<String> said = new ArrayBlockingQueue<>(1);
  private volatile boolean stopping;

  private ServerProcess(Process process, DataDirectory data) {
    this.process = process;
    this.data = data;
  }

  static ServerProcess start(ServerCommand command, DataDirectory data) {
    try {
      command.prepareRun();
      Process process =
          command
              .build()
              .redirectError(Redirect.to(data.logs().resolve("console.log").toFile()))
              .start();
      ServerProcess server = new ServerProcess(process, data);
      Runtime.getRuntime().addShutdownHook(new Thread(server::stop, "stop-server"));
      Thread listening = new Thread(server::listen, "server-says");
      listening.setDaemon(true);
      listening.start();
      return server;
    } catch (IOException e) {
      throw new Refusal("the server process could not be started: " + e.getMessage(), e);
    }
  }

  /** Waits until all applications answer; refuses, with the server stopped, if they do not. */
  void awaitReady() {
    try {
      String line = said.poll(READY_LIMIT.toSeconds(), TimeUnit.SECONDS);
      if (READY.equals(line)) {
        return;
      }
      stop();
      if (line == null) {
        throw new Refusal("the server was not ready in time; see " + data.logs());
      }
      throw new Refusal(
          line.startsWith(REFUSED)
              ? line.substring(REFUSED.length()) + " (details in " + data.logs() + ")"
              : "the server ended while starting, with status "
                  + process.exitValue()
                  + "; see "
                  + data.logs());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refusal("interrupted while starting", e);
    }
  }

  /** Stays until the server ends and answers its exit status. */
  int awaitEnd() {
    try {
      int status = process.waitFor();
      if (!stopping) {
        System.err.println(
            "lokal willkommen: the server ended by itself with status "
                + status
                + "; see "
                + data.logs());
      }
      return status;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refusal("interrupted", e);
    }
  }

  private void stop() {
    stopping = true;
    process.destroy();
    try {
      if (!process.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private void listen() {
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.equals(READY) || line.startsWith(REFUSED)) {
          said.offer(line);
        }
      }
    } catch (IOException e) {
      // the process has ended
    }
    said.offer(ENDED);
  }
}
