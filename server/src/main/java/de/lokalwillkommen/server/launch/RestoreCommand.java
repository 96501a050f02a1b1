package de.lokalwillkommen.server.launch;

import de.lokalwillkommen.server.launch.options.DatabaseOptions;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Fills an empty database from an archive. */
@Command(
    name = "restore",
    description = "Fill an empty database from an archive, of either kind of database.",
    mixinStandardHelpOptions = true)
final class RestoreCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", description = "the archive to read")
  private Path file;

  @Mixin private DatabaseOptions database;

  @Override
  public Integer call() {
    return new DatabaseTask(database)
        .keepSafe("restore", file.toAbsolutePath().normalize().toString());
  }
}
