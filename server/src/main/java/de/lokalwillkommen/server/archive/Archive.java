package de.lokalwillkommen.server.archive;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/**
 * A complete archive: all of it has been read once and its checksums have been compared. It is read
 * as a stream, and no file is ever made from one in it: the names in it only select.
 */
public final class Archive {
  private static final int BUFFER = 1 << 16;

  /** More than any schema has. */
  private static final int MOST_FILES = 1_000;

  /** More than any manifest or key has. */
  private static final int MOST_BYTES = 1 << 20;

  private static final int KEY_BYTES = 32;

  private final Path file;
  private final Optional<String> identity;
  private final Map<String, String> sums = new HashMap<>();
  private byte[] manifestFile;
  private Manifest manifest;
  private byte[] key;

  private Archive(Path file, Optional<String> identity) {
    this.file = file;
    this.identity = identity;
  }

  /**
   * Reads an archive and compares its checksums.
   *
   * @param identity the secret key for one that is encrypted
   * @throws UnusableArchive if it is damaged or of a newer format
   */
  public static Archive open(Path file, Optional<String> identity) {
    try {
      Archive archive = new Archive(file, identityFor(file, identity));
      archive.requireEnd();
      archive.readAll();
      archive.parseManifest();
      archive.compareSums();
      return archive;
    } catch (IOException e) {
      throw new UnusableArchive("the archive cannot be read: " + e.getMessage(), e);
    }
  }

  private static Optional<String> identityFor(Path file, Optional<String> identity)
      throws IOException {
    boolean encrypted = Age.isEncrypted(file);
    if (encrypted && identity.isEmpty()) {
      throw new UnusableArchive("the archive is encrypted: name its key with --identity-file");
    }
    return identity.filter(secret -> encrypted);
  }

  public Manifest manifest() {
    return manifest;
  }

  /** The visitor key. */
  public byte[] key() {
    return key.clone();
  }

  /** What is done with the lines of a table. */
  @FunctionalInterface
  interface Lines {
    void read(Manifest.TableFile table, InputStream lines) throws SQLException, IOException;
  }

  /** Reads the tables in the order of the archive. */
  void forEachTable(Lines work) throws SQLException, IOException {
    Map<String, Manifest.TableFile> tables =
        manifest.tables().stream()
            .collect(Collectors.toMap(Manifest.TableFile::file, Function.identity()));
    try (ZipInputStream zip = stream()) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Manifest.TableFile table = tables.get(entry.getName());
        if (table != null) {
          work.read(table, zip);
        }
      }
    }
  }

  /** Its last bytes are a directory, which a stream of its files would not miss. */
  private void requireEnd() throws IOException {
    if (identity.isEmpty()) {
      new ZipFile(file.toFile()).close();
      return;
    }
    try (InputStream all = content()) {
      all.transferTo(OutputStream.nullOutputStream());
    }
  }

  private InputStream content() throws IOException {
    return identity.isPresent() ? Age.decrypt(file, identity.get()) : Files.newInputStream(file);
  }

  private ZipInputStream stream() throws IOException {
    return new ZipInputStream(new BufferedInputStream(content(), BUFFER));
  }

  private void readAll() throws IOException {
    try (ZipInputStream zip = stream()) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        String sum = read(entry.getName(), zip);
        if (sums.put(entry.getName(), sum) != null || sums.size() > MOST_FILES) {
          throw strange();
        }
      }
    }
  }

  private void parseManifest() throws IOException {
    if (manifestFile == null) {
      throw new UnusableArchive("this is no archive of lokal willkommen: it has no manifest");
    }
    manifest = Manifest.parse(manifestFile);
  }

  private String read(String name, InputStream content) throws IOException {
    MessageDigest digest = Sum.begin();
    InputStream summed = new DigestInputStream(content, digest);
    switch (name) {
      case Manifest.FILE -> manifestFile = small(summed);
      case Manifest.KEY -> key = keyOf(small(summed));
      default -> summed.transferTo(OutputStream.nullOutputStream());
    }
    return Sum.end(digest);
  }

  private static byte[] keyOf(byte[] bytes) throws UnusableArchive {
    if (bytes.length != KEY_BYTES) {
      throw new UnusableArchive("the archive is damaged: its key has another length");
    }
    return bytes;
  }

  private static byte[] small(InputStream content) throws IOException {
    byte[] bytes = content.readNBytes(MOST_BYTES + 1);
    if (bytes.length > MOST_BYTES) {
      throw new UnusableArchive("the archive is damaged: its manifest or key is too long");
    }
    return bytes;
  }

  private void compareSums() {
    compare(Manifest.KEY, manifest.visitorKeySha256());
    for (Manifest.TableFile table : manifest.tables()) {
      compare(table.file(), table.sha256());
    }
    // those of the tables, the manifest and the key
    if (sums.size() > manifest.tables().size() + 2) {
      throw strange();
    }
  }

  private static UnusableArchive strange() {
    return new UnusableArchive("the archive is damaged: it has files that do not belong there");
  }

  private void compare(String name, String sum) {
    String found = sums.get(name);
    if (found == null) {
      throw new UnusableArchive("the archive is damaged: " + name + " is missing");
    }
    if (!found.equals(sum)) {
      throw new UnusableArchive("the archive is damaged: " + name + " has another checksum");
    }
  }
}
