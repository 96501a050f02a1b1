package de.lokalwillkommen.server.launch.options;

import de.lokalwillkommen.server.launch.host.LaunchRefusal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Unmatched;

/**
 * Values of options that the command line does not give, as in MicroProfile Config: a system
 * property counts more than the environment, and that more than the file. The option {@code --port}
 * is {@code lw.port} there and {@code LW_PORT} in the environment; an option with a description key
 * has that for its name.
 */
public final class Configuration implements IDefaultValueProvider {
  private static final String PREFIX = "lw.";
  private static final String DASHES = "--";

  private final List<Function<String, Optional<Setting>>> sources;
  private final Optional<SettingsFile> file;

  private Configuration(
      List<Function<String, Optional<Setting>>> sources, Optional<SettingsFile> file) {
    this.sources = sources;
    this.file = file;
  }

  /**
   * Finds the file: the one that is named, or else the one beside the data directory.
   *
   * @param arguments of the command line, which may name the file or the data directory
   * @throws LaunchRefusal if the file cannot be read
   */
  public static Configuration read(
      String[] arguments, Properties system, Map<String, String> environment) {
    Configuration withoutFile =
        new Configuration(
            List.of(
                name -> Setting.of(system.getProperty(name), "the system property " + name),
                name -> {
                  String variable = variable(name);
                  return Setting.of(environment.get(variable), variable + " in the environment");
                }),
            Optional.empty());
    Places places = new Places();
    try {
      new CommandLine(places).setDefaultValueProvider(withoutFile).parseArgs(arguments);
    } catch (ParameterException e) {
      // the parser of the complete command line reports the error
      return withoutFile;
    }
    return withoutFile.with(places.file());
  }

  @Override
  public String defaultValue(ArgSpec argument) {
    return find(argument).map(Setting::value).orElse(null);
  }

  /** The setting for an option, whether or not the command line has it too. */
  public Optional<Setting> find(ArgSpec argument) {
    return name(argument)
        .flatMap(name -> sources.stream().flatMap(s -> s.apply(name).stream()).findFirst());
  }

  /** The names in the file that these commands do not know, in words for the operator. */
  public List<String> unknownTo(CommandSpec commands) {
    Set<String> names =
        commands.options().stream().flatMap(o -> name(o).stream()).collect(Collectors.toSet());
    return file.map(settings -> settings.unknown(names)).orElse(List.of());
  }

  private Configuration with(Optional<SettingsFile> found) {
    List<Function<String, Optional<Setting>>> all = new ArrayList<>(sources);
    found.ifPresent(settings -> all.add(settings::find));
    return new Configuration(all, found);
  }

  /** The name of an option's setting; empty for {@code --help} and {@code --version}. */
  public static Optional<String> name(ArgSpec argument) {
    if (!(argument instanceof OptionSpec option) || option.usageHelp() || option.versionHelp()) {
      return Optional.empty();
    }
    return Optional.of(option.descriptionKey())
        .filter(key -> !key.isEmpty())
        .or(() -> Optional.of(PREFIX + option.longestName().substring(DASHES.length())));
  }

  private static String variable(String name) {
    return name.replaceAll("[.-]", "_").toUpperCase(Locale.ROOT);
  }

  /** The options that say where the file is: they are read before all others. */
  private static final class Places {
    @Option(names = "--config")
    private Path config;

    @Option(names = "--data", defaultValue = DatabaseOptions.DATA)
    private Path data;

    @Unmatched private List<String> others;

    Optional<SettingsFile> file() {
      return config == null
          ? SettingsFile.findBeside(data)
          : Optional.of(SettingsFile.read(config));
    }
  }
}
