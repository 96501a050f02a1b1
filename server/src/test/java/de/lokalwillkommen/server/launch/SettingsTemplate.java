package de.lokalwillkommen.server.launch;

import de.lokalwillkommen.server.launch.options.Configuration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The file of settings that a package installs: every option of the server with its description, as
 * a comment that an operator turns into a line.
 *
 * <p>Part of the build of packages; its argument is the file to write.
 */
public final class SettingsTemplate {
  /** What a package sets itself. */
  static final Map<String, String> SET =
      Map.of(
          "lw.data", "/var/lib/lokal-willkommen",
          "lw.backup.dir", "/var/backups/lokal-willkommen");

  private static final Pattern OPTION = Pattern.compile("--[a-z][a-z-]*[a-z]");

  private static final String HEAD =
      """
      # Settings of lokal willkommen Kiosk. A line that begins with # does not count.
      # After a change: sudo systemctl restart lokal-willkommen
      """;

  private SettingsTemplate() {}

  /** Writes the file. */
  public static void main(String[] arguments) throws IOException {
    Path file = Path.of(arguments[0]);
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.writeString(file, text());
  }

  /** The text of the file. */
  static String text() {
    List<String> parts = new ArrayList<>(List.of(HEAD));
    new CommandLine(new StartCommand())
        .getCommandSpec().options().stream()
            .sorted(Comparator.comparingInt(OptionSpec::order))
            .flatMap(option -> part(option).stream())
            .forEach(parts::add);
    return String.join("\n", parts);
  }

  private static Optional<String> part(OptionSpec option) {
    return Configuration.name(option)
        .filter(name -> !name.equals("lw.config"))
        .map(name -> "# " + description(option) + "\n" + line(name, option));
  }

  /** What an option does; other options have the names that they have in the file. */
  private static String description(OptionSpec option) {
    return OPTION
        .matcher(String.join(" ", option.description()))
        .replaceAll(
            other ->
                Optional.ofNullable(option.command().findOption(other.group()))
                    .flatMap(Configuration::name)
                    .orElse(other.group()));
  }

  private static String line(String name, OptionSpec option) {
    if (SET.containsKey(name)) {
      return name + "=" + SET.get(name) + "\n";
    }
    String value = option.defaultValue();
    return "#"
        + name
        + "="
        + (value == null || value.isEmpty() ? option.paramLabel() : value)
        + "\n";
  }
}
