package de.lokalwillkommen.server.launch;

import de.lokalwillkommen.server.launch.host.Refusal;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** Reads a password from the operator: typed twice at the console, or a line of standard input. */
final class NewPassword {
  private NewPassword() {}

  static String ask() throws IOException {
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
