package de.lokalwillkommen.server.launch;

import de.lokalwillkommen.server.launch.options.DatabaseOptions;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Gives an account a new password and ends its sign-ins. */
@Command(
    name = "set-password",
    description = "Set an account's password; ends whatever is signed in with the old one.",
    mixinStandardHelpOptions = true)
final class SetPasswordCommand implements Callable<Integer> {
  @Parameters(paramLabel = "NAME", description = "the name to sign in with")
  private String name;

  @Mixin private DatabaseOptions database;

  @Override
  public Integer call() throws IOException {
    return new DatabaseTask(database).run(NewPassword.ask(), "set-password", name);
  }
}
