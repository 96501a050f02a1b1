package de.lokalwillkommen.server.launch;

import de.lokalwillkommen.server.launch.options.DatabaseOptions;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Creates an administrator. */
@Command(
    name = "create-admin",
    description = "Create an administrator's account.",
    mixinStandardHelpOptions = true)
final class CreateAdminCommand implements Callable<Integer> {
  @Parameters(paramLabel = "NAME", description = "the name to sign in with")
  private String name;

  @Mixin private DatabaseOptions database;

  @Override
  public Integer call() throws IOException {
    return new DatabaseTask(database).run(NewPassword.ask(), "create-admin", name);
  }
}
