package de.lokalwillkommen.server.launch;

import de.lokalwillkommen.server.launch.options.DatabaseOptions;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Removes the second factor of an account and ends its sign-ins. */
@Command(
    name = "reset-second-factor",
    description =
        "Remove an account's second factor, whose phone is lost; ends whatever is signed in.",
    mixinStandardHelpOptions = true)
final class ResetSecondFactorCommand implements Callable<Integer> {
  @Parameters(paramLabel = "NAME", description = "the name to sign in with")
  private String name;

  @Mixin private DatabaseOptions database;

  @Override
  public Integer call() throws IOException {
    return new DatabaseTask(database).run("", "reset-second-factor", name);
  }
}
