package de.lokalwillkommen.server.archive;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes a database into an archive. The rows are streamed. The file has another name until it is
 * complete and synced, so that neither a full disk nor a killed process leaves what looks like an
 * archive.
 */
public final class ArchiveWriter {
  private static final int FETCHED_AT_ONCE = 1_000;
  private static final int BUFFER = 1 << 16;

  /** All characters but ASCII are escaped: half of a surrogate pair has no form in UTF-8. */
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .build();

  private final Connection connection;
  private final String product;
  private final Instant now;
  private final Optional<String> recipient;

  /**
   * @param connection sees one state of the database until it is closed
   * @param recipient the public key for which it is encrypted, if it is
   */
  public ArchiveWriter(
      Connection connection, String product, Instant now, Optional<String> recipient) {
    this.connection = connection;
    this.product = product;
    this.now = now;
    this.recipient = recipient;
  }

  /**
   * Writes the archive, readable for its owner alone.
   *
   * @param key the visitor key
   */
  public Manifest write(Path archive, byte[] key) throws IOException, SQLException {
    if (Files.exists(archive)) {
      throw new FileAlreadyExistsException(archive.toString());
    }
    Path unfinished = createBeside(archive);
    try {
      Manifest manifest = fill(unfinished, key);
      sync(unfinished, StandardOpenOption.WRITE);
      Files.move(unfinished, archive, StandardCopyOption.ATOMIC_MOVE);
      sync(archive.getParent(), StandardOpenOption.READ);
      return manifest;
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  private static Path createBeside(Path archive) throws IOException {
    return Files.createTempFile(
        archive.getParent(),
        archive.getFileName() + ".",
        ".part",
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
  }

  private Manifest fill(Path file, byte[] key) throws IOException, SQLException {
    try (ZipOutputStream zip =
        new ZipOutputStream(
            new BufferedOutputStream(Channels.newOutputStream(open(file)), BUFFER))) {
      return write(zip, key);
    }
  }

  private WritableByteChannel open(Path file) throws IOException {
    return recipient.isPresent()
        ? Age.encrypt(file, recipient.get())
        : FileChannel.open(file, StandardOpenOption.WRITE);
  }

  private static void sync(Path written, StandardOpenOption option) throws IOException {
    try (FileChannel channel = FileChannel.open(written, option)) {
      channel.force(true);
    }
  }

  private Manifest write(ZipOutputStream zip, byte[] key) throws IOException, SQLException {
    put(zip, Manifest.KEY, key);
    List<Manifest.TableFile> files = new ArrayList<>();
    for (Table table : Table.of(connection)) {
      files.add(write(zip, table));
    }
    Manifest manifest = manifest(Sum.of(key), files);
    put(zip, Manifest.FILE, manifest.json());
    return manifest;
  }

  private Manifest manifest(String keySum, List<Manifest.TableFile> files) throws SQLException {
    return new Manifest(
        Manifest.FORMAT,
        product,
        SchemaVersion.of(connection),
        now.toString(),
        connection.getMetaData().getDatabaseProductName(),
        keySum,
        files);
  }

  private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content);
    zip.closeEntry();
  }

  private Manifest.TableFile write(ZipOutputStream zip, Table table)
      throws IOException, SQLException {
    zip.putNextEntry(new ZipEntry(Manifest.TableFile.fileOf(table.name())));
    MessageDigest digest = Sum.begin();
    long rows;
    try (JsonGenerator json = JSON.createGenerator(new DigestOutputStream(zip, digest))) {
      json.setRootValueSeparator(new SerializedString("\n"));
      rows = write(table, json);
    }
    zip.closeEntry();
    List<String> columns = List.copyOf(table.columns().keySet());
    return new Manifest.TableFile(table.name(), rows, Sum.end(digest), columns);
  }

  private long write(Table table, JsonGenerator json) throws IOException, SQLException {
    long rows = 0;
    try (var statement = connection.createStatement()) {
      statement.setFetchSize(FETCHED_AT_ONCE);
      try (ResultSet row = statement.executeQuery(table.select())) {
        for (; row.next(); rows++) {
          write(row, table, json);
        }
      }
    }
    return rows;
  }

  private static void write(ResultSet row, Table table, JsonGenerator json)
      throws SQLException, IOException {
    json.writeStartArray();
    int column = 1;
    for (Kind kind : table.columns().values()) {
      kind.write(row, column++, json);
    }
    json.writeEndArray();
  }
}
