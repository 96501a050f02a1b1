package de.lokalwillkommen.server.launch;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Where {@code java -jar lokal-willkommen.jar} begins. */
public final class Launcher {
  private static final String NAME = "lokal willkommen: ";

  private Launcher() {}

  /** Runs the server, or the subcommand named in the arguments. */
  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    return new CommandLine(new StartCommand())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler((e, arguments) -> misused(e))
        .setExecutionExceptionHandler((e, command, result) -> failed(e, command));
  }

  private static int misused(ParameterException e) {
    PrintWriter err = e.getCommandLine().getErr();
    err.println(NAME + e.getMessage());
    if (e instanceof UnmatchedArgumentException) {
      e.getCommandLine().usage(err);
    }
    return ExitCode.USAGE;
  }

  private static int failed(Exception e, CommandLine command) {
    command.getErr().println(NAME + (e instanceof Refusal ? e.getMessage() : e.toString()));
    return ExitCode.SOFTWARE;
  }
}
