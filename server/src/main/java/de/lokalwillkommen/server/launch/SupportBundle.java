package de.lokalwillkommen.server.launch;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A new zip file that only its owner can read. */
final class SupportBundle implements Closeable {
  private final ZipOutputStream zip;

  private SupportBundle(ZipOutputStream zip) {
    this.zip = zip;
  }

  /**
   * Creates the file.
   *
   * @throws java.nio.file.FileAlreadyExistsException if there is one of that name
   */
  static SupportBundle create(Path file) throws IOException {
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    return new SupportBundle(new ZipOutputStream(Files.newOutputStream(file)));
  }

  void addText(String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  /** Adds a file as it is now: the server may write on, or have removed it. */
  void addFile(String name, Path file) throws IOException {
    try (InputStream content = Files.newInputStream(file)) {
      zip.putNextEntry(new ZipEntry(name));
      content.transferTo(zip);
      zip.closeEntry();
    } catch (NoSuchFileException removed) {
      addText(name, "removed meanwhile\n");
    }
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
