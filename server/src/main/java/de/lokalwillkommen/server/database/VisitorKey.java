package de.lokalwillkommen.server.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;

/** The file of the visitor key while a database is restored. */
final class VisitorKey {
  private final Path file;
  private final Path replaced;

  VisitorKey(Path file) {
    this.file = file.toAbsolutePath();
    this.replaced = file.resolveSibling(file.getFileName() + ".replaced");
  }

  byte[] read() throws IOException {
    return Files.readAllBytes(file);
  }

  /**
   * Puts a key in the place of the present one, which is kept beside it; does the rest of the work,
   * and puts the former one back if that fails. A process that ends between the two leaves the new
   * key and no rows, so that the restore can be repeated; the other way round it could not.
   */
  void replace(byte[] restored, Runnable rest) throws IOException {
    boolean existed = Files.exists(file);
    if (existed && Arrays.equals(read(), restored)) {
      rest.run();
      return;
    }
    if (existed) {
      keep();
    }
    put(restored);
    try {
      rest.run();
    } catch (RuntimeException e) {
      undo(existed);
      throw e;
    }
  }

  private void keep() throws IOException {
    Files.copy(
        file, replaced, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
  }

  private void undo(boolean existed) throws IOException {
    if (existed) {
      Files.move(replaced, file, StandardCopyOption.ATOMIC_MOVE);
    } else {
      Files.deleteIfExists(file);
    }
  }

  private void put(byte[] key) throws IOException {
    Path beside =
        Files.createTempFile(
            file.getParent(),
            "visitor",
            ".new",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.write(beside, key);
    try (FileChannel written = FileChannel.open(beside, StandardOpenOption.WRITE)) {
      written.force(true);
    }
    Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
    try (FileChannel folder = FileChannel.open(file.getParent(), StandardOpenOption.READ)) {
      folder.force(true);
    }
  }
}
