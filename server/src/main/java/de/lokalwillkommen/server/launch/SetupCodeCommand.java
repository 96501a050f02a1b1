package de.lokalwillkommen.server.launch;

import de.lokalwillkommen.server.launch.host.DataDirectory;
import de.lokalwillkommen.server.launch.host.LaunchRefusal;
import de.lokalwillkommen.server.launch.options.DatabaseOptions;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints the one-time code with which {@code /admin/setup} makes the first administrator. */
@Command(
    name = "setup-code",
    description = "Print the one-time code for setting up the installation at /admin/setup.",
    mixinStandardHelpOptions = true)
final class SetupCodeCommand implements Callable<Integer> {
  @Mixin private DatabaseOptions database;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    DataDirectory data = DataDirectory.open(database.data());
    String code =
        data.findSetupCode()
            .orElseThrow(
                () ->
                    new LaunchRefusal(
                        "there is no setup code in "
                            + data.root()
                            + ": the server has not started yet, or has an administrator"));
    spec.commandLine().getOut().println(code);
    return 0;
  }
}
