package de.lokalwillkommen.server.launch.options;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The backups that a server makes by itself; without a folder it makes none. */
public final class BackupOptions {
  static final String FOLDER = "lw.backup.dir";
  static final String EVERY = "lw.backup.every";
  static final String KEEP = "lw.backup.keep";

  private static final int MOST_HOURS = 168;
  private static final int MOST_KEPT = 1_000;

  @Option(
      names = "--backup-dir",
      descriptionKey = FOLDER,
      paramLabel = "DIR",
      description = "folder into which the server writes backups by itself (default: none)")
  private Path folder;

  @Option(
      names = "--backup-every",
      descriptionKey = EVERY,
      paramLabel = "HOURS",
      defaultValue = "24",
      description = "hours between two of them, 1 to 168 (default: 24)")
  private int every;

  @Option(
      names = "--backup-keep",
      descriptionKey = KEEP,
      paramLabel = "N",
      defaultValue = "14",
      description = "how many of them are kept, 1 to 1000 (default: 14)")
  private int keep;

  @Mixin private RecipientOption recipient;

  /**
   * The given values, by the names that the server knows; empty without a folder.
   *
   * @throws WrongOption if they cannot be used
   */
  public Map<String, String> properties() {
    requireBetween("--backup-every", every, MOST_HOURS);
    requireBetween("--backup-keep", keep, MOST_KEPT);
    if (folder == null) {
      return Map.of();
    }
    if (!Files.isDirectory(folder) || !Files.isWritable(folder)) {
      throw new WrongOption(
          "--backup-dir " + folder + " is no folder in which the server may write");
    }
    return Map.of(
        FOLDER,
        folder.toAbsolutePath().normalize().toString(),
        EVERY,
        String.valueOf(every),
        KEEP,
        String.valueOf(keep),
        RecipientOption.RECIPIENT,
        recipient.valueOrEmpty());
  }

  private static void requireBetween(String option, int value, int most) {
    if (value < 1 || value > most) {
      throw new WrongOption(option + " must be between 1 and " + most + ", not " + value);
    }
  }
}
