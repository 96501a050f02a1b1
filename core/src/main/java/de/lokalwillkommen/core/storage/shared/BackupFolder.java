package de.lokalwillkommen.core.storage.shared;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The backups that a server makes by itself, in a folder that may hold other files. Their names
 * tell when each began; only complete ones have such a name.
 *
 * @param kind the first part of the names
 */
public record BackupFolder(Path path, String kind) {
  /** The kind of those that are made regularly. */
  public static final String REGULAR = "lokal-willkommen";

  /** The kind of those that are made before an upgrade. */
  public static final String BEFORE_UPGRADE = "before-upgrade";

  /** How long what was deleted in the database may go on in backups. */
  public static final Duration LONGEST = Duration.ofDays(30);

  private static final String ENDING = ".zip";
  private static final String ENCRYPTED = ENDING + ".age";

  /** While an archive is written its name goes on until there. */
  private static final String UNFINISHED = ".part";

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  /**
   * The folder of those before an upgrade, in the data directory.
   *
   * @param key the file of the visitor key there
   */
  public static BackupFolder beforeUpgrade(Path key) {
    Path keys = key.toAbsolutePath().getParent();
    return new BackupFolder(keys.resolveSibling("backups"), BEFORE_UPGRADE);
  }

  /** The file of a backup that begins at that time. */
  public Path fileOf(Instant time, boolean encrypted) {
    return path.resolve(kind + "-" + TIME.format(time) + (encrypted ? ENCRYPTED : ENDING));
  }

  /**
   * When the newest complete backup began; empty if there is none, or the folder is missing.
   *
   * @param now one from the future was made while the clock was wrong, and does not count
   */
  public Optional<Instant> findNewest(Instant now) {
    try {
      return newestFirst().stream()
          .flatMap(file -> timeOf(file).stream())
          .filter(time -> !time.isAfter(now))
          .findFirst();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /**
   * Removes those that began too long before the newest but one, however few they are. A clock that
   * has leapt ahead makes only the newest too new, and the next day shows it.
   *
   * @param most how long before
   */
  public void keepNotLongerThan(Duration most) throws IOException {
    List<Path> all = newestFirst();
    if (all.size() > 2) {
      Instant oldest = timeOf(all.get(1).getFileName().toString()).orElseThrow().minus(most);
      for (Path file : all.subList(2, all.size())) {
        if (timeOf(file.getFileName().toString()).orElseThrow().isBefore(oldest)) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  /** All complete ones and what ended processes have left; none if the folder is missing. */
  public List<Path> listAll() throws IOException {
    if (!Files.isDirectory(path)) {
      return List.of();
    }
    return list(name -> timeOf(name).isPresent() || isUnfinished(name));
  }

  /** Whether one of them began, or was left, before an instant. */
  public boolean isBefore(Path backup, Instant oldest) throws IOException {
    Optional<Instant> began = timeOf(backup);
    return began.isPresent()
        ? began.get().isBefore(oldest)
        : Files.getLastModifiedTime(backup).toInstant().isBefore(oldest);
  }

  /** Removes all but the newest ones, and what an ended process has left. */
  public void keep(int newest) throws IOException {
    List<Path> all = newestFirst();
    for (Path old : all.subList(Math.min(newest, all.size()), all.size())) {
      Files.deleteIfExists(old);
    }
    for (Path left : listUnfinished()) {
      Files.deleteIfExists(left);
    }
  }

  private List<Path> listUnfinished() throws IOException {
    return list(this::isUnfinished);
  }

  private boolean isUnfinished(String name) {
    return name.startsWith(kind + "-") && name.endsWith(UNFINISHED);
  }

  private List<Path> newestFirst() throws IOException {
    return list(name -> timeOf(name).isPresent()).stream()
        .sorted(Comparator.comparing(Path::getFileName).reversed())
        .toList();
  }

  private List<Path> list(Predicate<String> wanted) throws IOException {
    try (Stream<Path> files = Files.list(path)) {
      return files.filter(file -> wanted.test(file.getFileName().toString())).toList();
    }
  }

  private Optional<Instant> timeOf(Path file) {
    return timeOf(file.getFileName().toString());
  }

  private Optional<Instant> timeOf(String name) {
    String start = kind + "-";
    String ending = name.endsWith(ENCRYPTED) ? ENCRYPTED : ENDING;
    if (!name.startsWith(start) || !name.endsWith(ending)) {
      return Optional.empty();
    }
    try {
      String time = name.substring(start.length(), name.length() - ending.length());
      return Optional.of(TIME.parse(time, Instant::from));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
