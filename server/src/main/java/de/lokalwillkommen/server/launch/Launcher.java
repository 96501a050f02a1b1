package de.lokalwillkommen.server.launch;

import de.lokalwillkommen.server.launch.host.HostEncoding;
import de.lokalwillkommen.server.launch.host.Refusal;
import de.lokalwillkommen.server.launch.options.Configuration;
import de.lokalwillkommen.server.launch.options.WrongOption;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The main class of {@code java -jar lokal-willkommen.jar}. */
public final class Launcher {
  private static final String NAME = "lokal willkommen: ";

  private Launcher() {}

  /** Runs the server, or the subcommand named in the arguments. */
  public static void main(String[] arguments) {
    // the same locale as the server's, see ServerLocale
    Locale.setDefault(Locale.ENGLISH);
    PrintWriter err = new PrintWriter(System.err, true, Charset.defaultCharset());
    System.exit(run(arguments, System.getProperties(), System.getenv(), err));
  }

  static int run(
      String[] arguments, Properties system, Map<String, String> environment, PrintWriter err) {
    try {
      Platform.ofThisDistribution()
          .requireFitting(Runtime.version(), System.getProperty("java.home"));
      HostEncoding.requireReadable(arguments);
      Configuration configuration = Configuration.read(arguments, system, environment);
      CommandLine commandLine = commandLine(configuration).setErr(err);
      configuration
          .unknownTo(commandLine.getCommandSpec())
          .forEach(unknown -> err.println(NAME + unknown));
      return commandLine.execute(arguments);
    } catch (Refusal e) {
      err.println(NAME + e.getMessage());
      return ExitCode.SOFTWARE;
    }
  }

  private static CommandLine commandLine(Configuration configuration) {
    return new CommandLine(new StartCommand())
        .setDefaultValueProvider(configuration)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler((e, arguments) -> misused(e, configuration))
        .setExecutionExceptionHandler((e, command, result) -> failed(e, command));
  }

  private static int misused(ParameterException e, Configuration configuration) {
    PrintWriter err = e.getCommandLine().getErr();
    if (e.getCause() instanceof Refusal refusal) {
      return failed(refusal, e.getCommandLine());
    }
    err.println(NAME + e.getMessage() + origin(e, configuration) + remedy(e));
    return ExitCode.USAGE;
  }

  /** Where a wrong value comes from, unless it is on the command line. */
  private static String origin(ParameterException e, Configuration configuration) {
    return configuration
        .find(e.getArgSpec())
        .filter(setting -> setting.value().equals(e.getValue()))
        .map(setting -> " (" + setting.origin() + ")")
        .orElse("");
  }

  private static String remedy(ParameterException e) {
    return e instanceof UnmatchedArgumentException ? "; --help lists what there is" : "";
  }

  private static int failed(Exception e, CommandLine command) {
    command.getErr().println(NAME + (e instanceof Refusal ? e.getMessage() : e.toString()));
    return e instanceof WrongOption ? ExitCode.USAGE : ExitCode.SOFTWARE;
  }
}
