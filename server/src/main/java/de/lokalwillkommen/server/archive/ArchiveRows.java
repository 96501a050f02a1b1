package de.lokalwillkommen.server.archive;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Puts the rows of an archive into a database of the same schema version. */
public final class ArchiveRows {
  /** Tables with rows that migrations make. */
  private static final Set<String> MADE_BY_MIGRATIONS =
      Set.of(
          "appointment_book",
          "waitlist_turn",
          "people_turn",
          "text_turn",
          "second_factor_rule",
          "known_time",
          "pulse",
          "installation_profile");

  private static final JsonFactory JSON =
      JsonFactory.builder().disable(StreamReadFeature.AUTO_CLOSE_SOURCE).build();

  private static final int AT_ONCE = 500;

  private final Connection connection;
  private long highestId;

  /**
   * @param connection in a transaction that the caller commits
   */
  public ArchiveRows(Connection connection) {
    this.connection = connection;
  }

  /** The highest identifier among the rows that were put in. */
  public long highestId() {
    return highestId;
  }

  /** Whether the database holds nothing but what its migrations made. */
  public boolean isEmpty() throws SQLException {
    for (Table table : Table.of(connection)) {
      if (!MADE_BY_MIGRATIONS.contains(table.name()) && hasRows(table)) {
        return false;
      }
    }
    return true;
  }

  private boolean hasRows(Table table) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.setMaxRows(1);
      try (ResultSet row = statement.executeQuery("select 1 from " + table.name())) {
        return row.next();
      }
    }
  }

  /**
   * Puts them in, in place of the rows that the migrations made.
   *
   * @throws UnusableArchive if the archive has other tables or columns than the database
   */
  public void insert(Archive archive) throws SQLException, IOException {
    Map<String, Table> tables =
        Table.of(connection).stream().collect(Collectors.toMap(Table::name, Function.identity()));
    requireSame(archive.manifest(), tables);
    for (String made : MADE_BY_MIGRATIONS) {
      clear(made, tables);
    }
    try {
      archive.forEachTable((file, lines) -> insert(file, tables.get(file.table()), lines));
    } catch (JsonProcessingException e) {
      throw new UnusableArchive("the archive is damaged: it has a line that is not JSON", e);
    }
  }

  /**
   * Removes what the servers of the archived database knew about themselves: a lease would delay
   * the purge of what the archive brings back, and so would the time that was known then. An older
   * schema lacks some of it.
   */
  public void forgetServers() throws SQLException {
    for (Table table : Table.of(connection)) {
      if (table.name().equals("lease")) {
        update("delete from lease");
      } else if (table.name().equals("known_time")) {
        for (String column : table.columns().keySet()) {
          if (!column.equals("id")) {
            update("update known_time set " + column + " = null");
          }
        }
      }
    }
  }

  private void update(String change) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.executeUpdate(change);
    }
  }

  private static void requireSame(Manifest manifest, Map<String, Table> tables) {
    Set<String> archived =
        manifest.tables().stream().map(Manifest.TableFile::table).collect(Collectors.toSet());
    if (!archived.equals(tables.keySet())) {
      throw new UnusableArchive("the archive has other tables than its schema version");
    }
  }

  private void clear(String made, Map<String, Table> tables) throws SQLException {
    if (tables.containsKey(made)) {
      update("delete from " + made);
    }
  }

  private void insert(Manifest.TableFile file, Table table, InputStream lines)
      throws SQLException, IOException {
    try (PreparedStatement insert = connection.prepareStatement(table.insert(file.columns()));
        JsonParser json = JSON.createParser(lines)) {
      if (insert(insert, table.kinds(file.columns()), json, table.id(file.columns()))
          != file.rows()) {
        throw new UnusableArchive("the archive has another number of rows of " + table.name());
      }
    } catch (DateTimeParseException e) {
      throw new UnusableArchive("the archive has a wrong value in " + table.name(), e);
    }
  }

  private long insert(PreparedStatement insert, List<Kind> kinds, JsonParser json, int id)
      throws SQLException, IOException {
    long rows = 0;
    for (; json.nextToken() != null; rows++) {
      set(insert, kinds, json, id);
      insert.addBatch();
      if (rows % AT_ONCE == 0) {
        insert.executeBatch();
      }
    }
    insert.executeBatch();
    return rows;
  }

  private void set(PreparedStatement insert, List<Kind> kinds, JsonParser json, int id)
      throws SQLException, IOException {
    require(json.currentToken() == JsonToken.START_ARRAY);
    for (int i = 0; i < kinds.size(); i++) {
      require(json.nextToken() != null && json.currentToken().isScalarValue());
      kinds.get(i).setValue(insert, i + 1, json);
      if (i == id) {
        highestId = Math.max(highestId, json.getLongValue());
      }
    }
    require(json.nextToken() == JsonToken.END_ARRAY);
  }

  private static void require(boolean fits) {
    if (!fits) {
      throw new UnusableArchive("the archive has a row of another length");
    }
  }
}
