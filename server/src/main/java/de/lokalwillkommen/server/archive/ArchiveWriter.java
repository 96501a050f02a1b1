package de.lokalwillkommen.server.archive;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
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
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes a database into an archive. The rows are streamed. The file has another name until it is
 * complete and synced, so that neither a full disk nor a killed process leaves what looks like an
 * archive.
 */
public final class ArchiveWriter {
  private static final int FETCHED_AT_ONCE = 1_000;

  /** All characters but ASCII are escaped: half of a surrogate pair has no form in UTF-8. */
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .build();

  private final Connection connection;
  private final String product;
  private final Instant now;

  /**
   * @param connection sees one state of the database until it is closed
   */
  public ArchiveWriter(Connection connection, String product, Instant now) {
    this.connection = connection;
    this.product = product;
    this.now = now;
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
    Path unfinished =
        Files.createTempFile(
            archive.getParent(),
            archive.getFileName() + ".",
            ".part",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try {
      Manifest manifest;
      try (FileChannel file = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
        ZipOutputStream zip =
            new ZipOutputStream(new BufferedOutputStream(Channels.newOutputStream(file), 1 << 16));
        manifest = write(zip, key);
        zip.finish();
        zip.flush();
        file.force(true);
      }
      Files.move(unfinished, archive, StandardCopyOption.ATOMIC_MOVE);
      try (FileChannel folder = FileChannel.open(archive.getParent(), StandardOpenOption.READ)) {
        folder.force(true);
      }
      return manifest;
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  private Manifest write(ZipOutputStream zip, byte[] key) throws IOException, SQLException {
    zip.putNextEntry(new ZipEntry(Manifest.KEY));
    zip.write(key);
    zip.closeEntry();
    List<Manifest.TableFile> files = new ArrayList<>();
    for (Table table : Table.of(connection)) {
      files.add(write(zip, table));
    }
    Manifest manifest =
        new Manifest(
            Manifest.FORMAT,
            product,
            SchemaVersion.of(connection),
            now.toString(),
            connection.getMetaData().getDatabaseProductName(),
            Sum.of(key),
            files);
    zip.putNextEntry(new ZipEntry(Manifest.FILE));
    zip.write(manifest.json());
    zip.closeEntry();
    return manifest;
  }

  private Manifest.TableFile write(ZipOutputStream zip, Table table)
      throws IOException, SQLException {
    List<String> columns = List.copyOf(table.columns().keySet());
    zip.putNextEntry(new ZipEntry(Manifest.TableFile.fileOf(table.name())));
    MessageDigest digest = Sum.begin();
    OutputStream summed = new DigestOutputStream(zip, digest);
    long rows = 0;
    try (JsonGenerator json = JSON.createGenerator(summed);
        var statement = connection.createStatement()) {
      json.setRootValueSeparator(new SerializedString("\n"));
      statement.setFetchSize(FETCHED_AT_ONCE);
      try (ResultSet row =
          statement.executeQuery(
              "select " + String.join(", ", columns) + " from " + table.name())) {
        for (; row.next(); rows++) {
          write(row, table, json);
        }
      }
    }
    zip.closeEntry();
    return new Manifest.TableFile(table.name(), rows, Sum.end(digest), columns);
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
