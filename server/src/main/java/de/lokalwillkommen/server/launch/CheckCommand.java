package de.lokalwillkommen.server.launch;

import de.lokalwillkommen.server.launch.options.DatabaseOptions;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Checks the rules that the rows of the database fulfil. */
@Command(
    name = "check",
    description = "Check the database, a line for each rule; ends with 1 if one is broken.",
    mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
  @Mixin private DatabaseOptions database;

  @Override
  public Integer call() {
    return new DatabaseTask(database).keepSafe("", "check");
  }
}
