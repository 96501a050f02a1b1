package de.lokalwillkommen.server.launch;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/**
 * Creates an administrator; asks for the password at the console, or reads it as a line of standard
 * input.
 */
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
    return new DatabaseTask(database).run("CreateAdmin", password(), name);
  }

  private static String password() throws IOException {
    Console console = System.console();
    if (console == null) {
      String line =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
      return line == null ? "" : line;
    }
    String password = new String(console.readPassword("Password (at least 12 characters): "));
    if (!password.equals(new String(console.readPassword("Again: ")))) {
      throw new Refusal("the two passwords differ");
    }
    return password;
  }
}
