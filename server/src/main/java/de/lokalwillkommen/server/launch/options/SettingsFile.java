package de.lokalwillkommen.server.launch.options;

import de.lokalwillkommen.server.launch.host.Owner;
import de.lokalwillkommen.server.launch.host.Reason;
import de.lokalwillkommen.server.launch.host.Refusal;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/** A file of properties, in UTF-8, in which an operator keeps settings. */
final class SettingsFile {
  private static final String NAME = "lokal-willkommen.properties";

  private final Path path;
  private final Properties settings;

  private SettingsFile(Path path, Properties settings) {
    this.path = path;
    this.settings = settings;
  }

  /**
   * The file that lies beside a data directory, if there is one.
   *
   * @throws Refusal if it cannot be read, or if it belongs to another user
   */
  static Optional<SettingsFile> findBeside(Path data) {
    Path file = data.toAbsolutePath().normalize().resolveSibling(NAME);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    if (!isOurs(file)) {
      throw new Refusal(
          "the file of settings "
              + file
              + " belongs to another user: remove it, or name it with --config if it is meant");
    }
    return Optional.of(read(file));
  }

  /**
   * Checks the owner: the operator has not named this file, other users may be able to write into
   * the folder, and settings can run programs.
   */
  private static boolean isOurs(Path file) {
    try {
      return Files.getOwner(file).getName().equals("root") || Owner.isOurs(file);
    } catch (IOException e) {
      throw new Refusal("the owner of " + file + " cannot be found: " + Reason.of(e), e);
    }
  }

  /**
   * Reads a file.
   *
   * @throws Refusal if that is not possible
   */
  static SettingsFile read(Path path) {
    Properties settings = new Properties();
    try (Reader text = Files.newBufferedReader(path)) {
      settings.load(text);
    } catch (IOException e) {
      throw new Refusal("the file of settings " + path + " cannot be read: " + Reason.of(e), e);
    } catch (IllegalArgumentException e) {
      throw new Refusal("the file of settings " + path + " cannot be read: " + e.getMessage(), e);
    }
    return new SettingsFile(path, settings);
  }

  Optional<Setting> find(String name) {
    return Setting.of(settings.getProperty(name), name + " in " + path);
  }

  /** The entries of the file with other names, in words for the operator; without their values. */
  List<String> unknown(Set<String> names) {
    return settings.stringPropertyNames().stream()
        .filter(name -> !names.contains(name))
        .sorted()
        .map(name -> name + " in " + path + " is no setting and counts for nothing")
        .toList();
  }
}
