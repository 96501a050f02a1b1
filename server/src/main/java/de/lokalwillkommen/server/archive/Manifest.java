package de.lokalwillkommen.server.archive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What an archive says about itself.
 *
 * @param format of the archive
 * @param product version of the product that wrote it
 * @param schema version of the schema that its rows fit
 * @param createdAt RFC 3339
 * @param database the kind of database that it was read from
 * @param visitorKeySha256 of the file with the visitor key
 */
public record Manifest(
    int format,
    String product,
    int schema,
    String createdAt,
    String database,
    String visitorKeySha256,
    List<TableFile> tables) {
  /** The format this release writes, and the newest that it reads. */
  static final int FORMAT = 1;

  static final String FILE = "manifest.json";
  static final String KEY = "keys/visitor.key";

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  public Manifest {
    Objects.requireNonNull(product);
    Objects.requireNonNull(createdAt);
    Objects.requireNonNull(database);
    Objects.requireNonNull(visitorKeySha256);
    tables = List.copyOf(tables);
    Set<String> names = new HashSet<>();
    for (TableFile table : tables) {
      if (!names.add(table.table())) {
        throw new IllegalArgumentException(table.table() + " is there twice");
      }
    }
  }

  /** The rows of all tables together. */
  public long countRows() {
    return tables.stream().mapToLong(TableFile::rows).sum();
  }

  /**
   * The file of a table.
   *
   * @param sha256 of the file
   * @param columns in the order of the values of a line
   */
  record TableFile(String table, long rows, String sha256, List<String> columns) {
    private static final String FOLDER = "tables/";
    private static final String ENDING = ".jsonl";

    TableFile {
      Objects.requireNonNull(table);
      Objects.requireNonNull(sha256);
      columns = List.copyOf(columns);
    }

    static String fileOf(String table) {
      return FOLDER + table + ENDING;
    }

    String file() {
      return fileOf(table);
    }
  }

  byte[] json() throws IOException {
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(this);
  }

  /**
   * Reads it.
   *
   * @throws UnusableArchive if it is of a newer format or none
   */
  static Manifest parse(byte[] json) throws IOException {
    try {
      JsonNode members = JSON.readTree(json);
      // before the rest, which may have other members there
      if (members.path("format").asInt() > FORMAT) {
        throw new UnusableArchive("the archive has the format of a newer release: use that one");
      }
      return JSON.treeToValue(members, Manifest.class);
    } catch (JsonProcessingException | IllegalArgumentException e) {
      throw new UnusableArchive("the archive is damaged: its manifest is incomplete", e);
    }
  }
}
