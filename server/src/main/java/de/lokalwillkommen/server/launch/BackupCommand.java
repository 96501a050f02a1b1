package de.lokalwillkommen.server.launch;

import de.lokalwillkommen.server.launch.options.DatabaseOptions;
import de.lokalwillkommen.server.launch.options.RecipientOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Writes the database and the visitor key into an archive. */
@Command(
    name = "backup",
    description =
        "Write the database and the visitor key into an archive, also while the server runs.",
    mixinStandardHelpOptions = true)
final class BackupCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", description = "the archive to write; must not exist")
  private Path file;

  @Mixin private RecipientOption recipient;

  @Mixin private DatabaseOptions database;

  @Override
  public Integer call() {
    Path archive = file.toAbsolutePath().normalize();
    int status =
        new DatabaseTask(database)
            .keepSafe("", "backup", archive.toString(), recipient.valueOrEmpty());
    if (status == ExitCode.OK && Files.notExists(archive)) {
      throw new LaunchRefusal(
          "the server has its own "
              + archive.getParent()
              + ", in which the archive is not kept: name a file in another folder");
    }
    return status;
  }
}
