package de.lokalwillkommen.server.launch;

import de.lokalwillkommen.server.launch.options.DatabaseOptions;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Lets administrators sign in without a second factor. */
@Command(
    name = "waive-second-factor",
    description =
        "Let administrators sign in without a second factor; the history keeps the reason.",
    mixinStandardHelpOptions = true)
final class WaiveSecondFactorCommand implements Callable<Integer> {
  @Parameters(paramLabel = "REASON", description = "why, with 3 to 200 characters")
  private String reason;

  @Mixin private DatabaseOptions database;

  @Override
  public Integer call() throws IOException {
    return new DatabaseTask(database).run("", "waive-second-factor", reason);
  }
}
