package de.lokalwillkommen.server.launch;

import de.lokalwillkommen.server.launch.host.DataDirectory;
import de.lokalwillkommen.server.launch.host.HostEncoding;
import de.lokalwillkommen.server.launch.host.LaunchRefusal;
import de.lokalwillkommen.server.launch.host.ServerLocale;
import de.lokalwillkommen.server.launch.host.VisitorKeyFile;
import de.lokalwillkommen.server.launch.options.DatabaseOptions;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ExitCode;

/** The database work of a subcommand, in a process with the libraries for it. */
final class DatabaseTask {
  private static final String MAIN = "de.lokalwillkommen.server.database.Subcommand";

  private final DatabaseOptions options;

  DatabaseTask(DatabaseOptions options) {
    this.options = options;
  }

  /**
   * Runs it to its end and returns its exit status; its output is for the operator.
   *
   * @param secret a value that must not appear on a command line
   * @param arguments the subcommand and its arguments
   */
  int run(String secret, String... arguments) {
    DataDirectory data = DataDirectory.open(options.data());
    // its line in the security log needs the key
    VisitorKeyFile.in(data);
    return run(data, secret, arguments);
  }

  /** The same for a subcommand that makes no key where there is none. */
  int keepSafe(String secret, String... arguments) {
    return run(DataDirectory.open(options.data()), secret, arguments);
  }

  private int run(DataDirectory data, String secret, String... arguments) {
    if (options.isPostgresql()) {
      return runHere(data, Distribution.unpackBeside(data), secret, arguments);
    }
    // the embedded database belongs to one process at a time
    Optional<RunningServer.Answer> answer = new RunningServer(data).ask(secret, arguments);
    if (answer.isPresent()) {
      return tell(answer.get());
    }
    DataDirectory.Lock lock = data.lock();
    try {
      return runHere(data, Distribution.unpackInto(data), secret, arguments);
    } finally {
      lock.close();
    }
  }

  private static int tell(RunningServer.Answer answer) {
    if (answer.isDone()) {
      System.out.println(answer.words());
      return ExitCode.OK;
    }
    throw new LaunchRefusal(answer.words());
  }

  private int runHere(
      DataDirectory data, Distribution distribution, String secret, String... arguments) {
    try {
      List<String> command = new ArrayList<>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.addAll(
          List.of(
              "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx256m", "-Duser.timezone=UTC"));
      command.addAll(ServerLocale.options());
      // a restore inserts into all indexes at once; at most 128 MB, with pages of 32 KB
      command.add("-Dderby.storage.pageCacheSize=4000");
      command.add("-Dderby.stream.error.file=" + data.logs().resolve("derby.log"));
      command.add("-Djava.util.logging.SimpleFormatter.format=" + Logging.FORMAT);
      command.addAll(List.of("-cp", distribution.databaseClassPath(), MAIN));
      command.addAll(List.of(arguments));
      HostEncoding.ofThisProcess().requireWritable(command);
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .redirectOutput(Redirect.INHERIT)
              .redirectError(Redirect.INHERIT);
      builder.environment().putAll(options.environment(data));
      builder.environment().put("LW_KEY", VisitorKeyFile.pathIn(data).toString());
      builder.environment().put("LW_LOG", Logging.file(data.logs()).toString());
      Process process = builder.start();
      try (OutputStream in = process.getOutputStream()) {
        in.write((secret + "\n").getBytes(StandardCharsets.UTF_8));
      }
      return process.waitFor();
    } catch (IOException e) {
      throw new LaunchRefusal("the database task could not be run: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LaunchRefusal("interrupted", e);
    }
  }
}
