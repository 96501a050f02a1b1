package de.lokalwillkommen.server.bench;

import de.lokalwillkommen.server.system.FreePorts;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.io.FileUtils;

/** Payara Micro without any application, alone and on loopback. */
final class BarePayara implements AutoCloseable {
  private static final String READY = " ready in ";

  private final Process process;
  private final Path folder;
  private final Duration wall;

  private BarePayara(Process process, Path folder, Duration wall) {
    this.process = process;
    this.folder = folder;
    this.wall = wall;
  }

  /**
   * Starts it and waits until it reports that it is ready.
   *
   * @param jar Payara Micro as it is published
   * @param options of the JVM
   */
  static BarePayara start(Path jar, List<String> options) throws IOException {
    Path folder = Files.createTempDirectory("lw-bare");
    Path commands =
        Files.writeString(
            folder.resolve("pre-boot"),
            "set configs.config.server-config.network-config.network-listeners.network-listener"
                + ".http-listener.address=127.0.0.1\n");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    // it unpacks itself there
    command.add("-Djava.io.tmpdir=" + folder);
    command.addAll(List.of("-jar", jar.toString()));
    command.addAll(List.of("--nohazelcast", "--disablephonehome"));
    command.addAll(List.of("--port", String.valueOf(FreePorts.next())));
    command.addAll(List.of("--prebootcommandfile", commands.toString()));
    long began = System.nanoTime();
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    BufferedReader lines = process.inputReader();
    // its later output fits into the pipe
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.contains(READY)) {
        Duration wall = Duration.ofNanos(System.nanoTime() - began);
        return new BarePayara(process, folder, wall);
      }
    }
    throw new IllegalStateException("Payara Micro has ended with " + process.exitValue());
  }

  /** The duration of the start. */
  Duration wall() {
    return wall;
  }

  List<ProcessHandle> processes() {
    return List.of(process.toHandle());
  }

  @Override
  public void close() throws IOException {
    process.destroy();
    process.onExit().join();
    FileUtils.deleteDirectory(folder.toFile());
  }
}
