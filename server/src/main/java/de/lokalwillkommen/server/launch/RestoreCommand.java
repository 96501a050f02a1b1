package de.lokalwillkommen.server.launch;

import de.lokalwillkommen.server.launch.host.FailureReason;
import de.lokalwillkommen.server.launch.host.LaunchRefusal;
import de.lokalwillkommen.server.launch.options.DatabaseOptions;
import de.lokalwillkommen.server.launch.options.WrongOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Fills an empty database from an archive. */
@Command(
    name = "restore",
    description = "Fill an empty database from an archive, of either kind of database.",
    mixinStandardHelpOptions = true)
final class RestoreCommand implements Callable<Integer> {
  private static final String IDENTITY = "AGE-SECRET-KEY-1";

  @Parameters(paramLabel = "FILE", description = "the archive to read")
  private Path file;

  @Option(
      names = "--identity-file",
      paramLabel = "FILE",
      description = "file with the age identity (secret key) for an archive that is encrypted")
  private Path identityFile;

  @Mixin private DatabaseOptions database;

  @Override
  public Integer call() {
    return new DatabaseTask(database)
        .keepSafe(identity(), "restore", file.toAbsolutePath().normalize().toString());
  }

  /** The first line that is one; others are comments. */
  private String identity() {
    if (identityFile == null) {
      return "";
    }
    try (Stream<String> lines = Files.lines(identityFile)) {
      return lines
          .map(String::strip)
          .filter(line -> line.startsWith(IDENTITY))
          .findFirst()
          .orElseThrow(
              () -> new WrongOption("--identity-file " + identityFile + " has no " + IDENTITY));
    } catch (IOException e) {
      throw new LaunchRefusal(
          "the file " + identityFile + " cannot be read: " + FailureReason.of(e), e);
    }
  }
}
